using Lossary.Numerics;

namespace Lossary.Data.Tests;

public sealed class TaskInferenceTests
{
    private const int Rows = 1000;

    [Theory]
    [InlineData("0,1")]
    [InlineData("-1,1")]
    [InlineData("yes,no")]
    [InlineData("1.5,2.5")]
    public void Two_values_are_binary(string values) => Assert.Equal(TaskKind.Binary, TaskOf(Cycle(values.Split(','))));

    [Fact]
    public void More_texts_are_classes() => Assert.Equal(TaskKind.MultiClass, TaskOf(Cycle(["a", "b", "c"])));

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 5)]
    [InlineData(0, 10)]
    [InlineData(1, 20)]
    public void Codes_of_similar_frequency_are_classes(int first, int classes) => Assert.Equal(
        TaskKind.MultiClass, TaskOf(Cycle([.. Enumerable.Range(first, classes).Select(code => $"{code}")])));

    [Theory]
    [InlineData(0.3)]
    [InlineData(1.5)]
    [InlineData(6)]
    [InlineData(15)]
    public void Poisson_draws_are_counts(double mean) => Assert.Equal(TaskKind.Counts, TaskOf(Poisson(mean)));

    [Fact]
    public void Doctor_visits_are_counts()
    {
        // Frequencies of the DoctorVisits data (Cameron and Trivedi 1986), 80 % zeros.
        int[] frequencies = [4141, 782, 174, 30, 24, 9, 12, 12, 5, 1];
        Assert.Equal(
            TaskKind.Counts, TaskOf(frequencies.SelectMany((count, visits) => Enumerable.Repeat($"{visits}", count))));
    }

    [Fact]
    public void Prices_ages_scores_and_measurements_are_regression()
    {
        RandomStream random = new(1);
        string[] prices = Draw(() => 150_000 * Math.Exp(random.NextNormal()));
        string[] ages = Draw(() => 18 + random.NextInt(70));
        string[] quality = Draw(() => 5.6 + (0.8 * random.NextNormal()));
        string[] lengths = [.. Enumerable.Range(0, Rows).Select(i => $"{i % 50}.5")];
        Assert.All([prices, ages, quality, lengths], values => Assert.Equal(TaskKind.Regression, TaskOf(values)));
    }

    [Fact]
    public void Negative_integers_are_regression() =>
        Assert.Equal(TaskKind.Regression, TaskOf(Cycle(["-1", "0", "1", "2"])));

    [Fact]
    public void The_reason_is_told() =>
        Assert.Equal("3 distinct texts", Target.Read(Tables.OfTargets(Cycle(["a", "b", "c"])), "y").Reason);

    private static TaskKind TaskOf(IEnumerable<string> targets) => Target.Read(Tables.OfTargets(targets), "y").Task;

    private static string[] Draw(Func<double> draw) =>
        [.. Enumerable.Range(0, Rows).Select(_ => $"{(int)Math.Round(draw())}")];

    private static IEnumerable<string> Cycle(string[] values) =>
        Enumerable.Range(0, Rows).Select(i => values[i % values.Length]);

    /// <summary>Draws by Knuth's product of uniforms.</summary>
    private static IEnumerable<string> Poisson(double mean)
    {
        RandomStream random = new(7);
        for (int i = 0; i < Rows; i++)
        {
            int count = 0;
            for (double product = random.NextDouble(); product > Math.Exp(-mean); product *= random.NextDouble())
            {
                count++;
            }

            yield return $"{count}";
        }
    }
}

using System.Globalization;
using System.Text;
using Lossary.Data;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies.Tests;

public sealed class QuantileComparisonTests
{
    private static readonly double[] Levels = [0.1, 0.5, 0.9];

    private static readonly ComparisonOptions Small = new()
    {
        Folds = 5,
        Repeats = 1,
        Epochs = 60,
        Patience = 20,
        TuningEpochs = 4,
        LearningRates = [0.01],
        Hidden = [16],
        Quantiles = Levels,
    };

    [Fact]
    public void Where_the_spread_grows_the_pinball_loss_beats_losses_of_one_prediction()
    {
        ComparisonResult result = Compare(UnequalSpread(), "quantile", "squared", "absolute");
        Assert.Equal("quantile", result.Verdict.Take!.Name);
        Assert.Equal("quantile-score", result.Metric.Key);
        Assert.All(result.Outcomes.Skip(1), other => Assert.False(other.IsTied));
    }

    [Fact]
    public void A_predicted_distribution_has_quantiles_and_is_right_where_the_noise_is_normal()
    {
        ComparisonResult result = Compare(UnequalSpread(), "gaussian", "squared", "absolute");
        Assert.Equal("gaussian", result.Verdict.Take!.Name);
        Assert.All(result.Outcomes.Skip(1), other => Assert.False(other.IsTied));
        Assert.All(result.Diagnostics.Coverage[0].Shares.Zip(Levels), pair => Assert.InRange(pair.First - pair.Second, -0.06, 0.06));
    }

    [Fact]
    public void A_distribution_is_not_compared_by_one_prediction() => Assert.Contains(
        "ask for them by --quantiles",
        Assert.Throws<ArgumentException>(
            () => Compare(UnequalSpread(), Small with { Quantiles = [] }, "gaussian")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void As_many_targets_lie_below_a_quantile_as_should()
    {
        ComparisonResult result = Compare(UnequalSpread(), "quantile", "squared");
        Assert.Equal(2, result.Diagnostics.Coverage.Count);
        Assert.All(
            result.Diagnostics.Coverage,
            coverage => Assert.All(coverage.Levels.Zip(coverage.Shares), pair => Assert.InRange(pair.Second - pair.First, -0.06, 0.06)));
    }

    [Fact]
    public void A_row_has_a_prediction_for_each_level_and_they_do_not_cross()
    {
        ComparisonResult result = Compare(UnequalSpread(), "quantile", "gamma");
        Assert.Equal(
            ["quantile-score", "quantile-calibration", "interval-score", "interval-width"], result.Metrics.Select(metric => metric.Key));
        foreach ((Fold fold, FoldOutcome outcome) in result.Folds.Zip(result.Outcomes.SelectMany(loss => loss.Folds)))
        {
            Assert.Equal(3 * fold.Test.Length, outcome.Responses.Count);
            Assert.All(
                outcome.Responses.Chunk(3), row => Assert.True(row[0] <= row[1] && row[1] <= row[2], string.Join(' ', row)));
        }
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        ComparisonOptions brief = Small with { Epochs = 4, Quantiles = [0.9, 0.2] };
        double?[] Scores(int threads) =>
            [.. Compare(UnequalSpread(), brief with { Threads = threads }, "quantile", "squared").Outcomes
                .SelectMany(loss => loss.Folds.SelectMany(fold => fold.Scores))];
        Assert.Equal(Scores(1), Scores(3));
    }

    [Fact]
    public void Diagnostics_look_at_the_middle_quantile_and_at_parts_of_the_rows()
    {
        ComparisonResult result = Compare(UnequalSpread(), Small with { Epochs = 6 }, "quantile", "squared");
        Assert.Equal("median", result.Diagnostics.Murphy!.Functional.ToString());
        Assert.Equal("quantile-score", result.Diagnostics.Segments[0].Metric.Key);
        Assert.All(result.Diagnostics.Segments[0].Scores, scores => Assert.All(scores, score => Assert.True(score > 0)));
    }

    /// <summary>y = 50 + 10x + noise of spread 1 + 6x, x even in [0, 1].</summary>
    private static Table UnequalSpread()
    {
        RandomStream random = new(7);
        StringBuilder text = new("x,y\n");
        for (int i = 0; i < 1500; i++)
        {
            double x = random.NextDouble();
            text.Append(CultureInfo.InvariantCulture, $"{x},{50 + (10 * x) + ((1 + (6 * x)) * random.NextNormal())}\n");
        }

        return CsvFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "test.csv");
    }

    private static ComparisonResult Compare(Table table, params string[] losses) => Compare(table, Small, losses);

    private static ComparisonResult Compare(Table table, ComparisonOptions options, params string[] losses) => new Comparison(
        table,
        Target.Read(table, "y", new() { Task = TaskKind.Regression }),
        [.. losses.Select(Objective.Parse)],
        MetricCatalogue.Find("quantile-score"),
        options).Run();
}

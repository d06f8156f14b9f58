using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies.Tests;

/// <summary>Data of which the right loss follows from what users state: each option of the command line that states something.</summary>
public sealed class PlantedNeedsTests
{
    private const int Seeds = 6;

    /// <summary>Every world that has something to state, and how often advice is to be right in it: 10 of 10 worlds, each seed.</summary>
    private const int Total = 60;

    private static readonly PlantedTruth[] Worlds =
        [.. PlantedTruths.All.Where(truth => truth.Flags.Length > 0)];

    [Theory]
    [InlineData("--quantiles")]
    [InlineData("--costs")]
    [InlineData("--censored")]
    [InlineData("--query")]
    [InlineData("--noise")]
    [InlineData("--weights")]
    public void Every_option_that_states_something_has_a_world(string option) =>
        Assert.Contains(Worlds, world => world.Flags.StartsWith(option, StringComparison.Ordinal));

    [Fact]
    public void Advice_names_the_planted_loss_first_sixty_times_of_sixty()
    {
        (PlantedTruth World, int Seed)[] cases =
            [.. Worlds.SelectMany(world => Enumerable.Range(101, Seeds).Select(seed => (world, seed)))];
        string?[] wrong = new string?[cases.Length];
        Parallel.For(0, cases.Length, i =>
        {
            (PlantedTruth world, int seed) = cases[i];
            Table table = world.Make(seed);
            DataProfile profile = Profiler.Profile(table, world.TargetOf(table), new() { Threads = 1 });
            Suggestion named = Advisor.Advise(profile, world.Needs).Recommended;
            wrong[i] = world.IsRecommended(named.Objective) ? null : $"{world.Name}, seed {seed}: {named.Objective} by {named.RuleId}";
        });
        Assert.Equal(Total, cases.Length);
        Assert.True(wrong.Count(line => line is null) >= Total, string.Join('\n', wrong.OfType<string>()));
    }

    [Theory]
    [InlineData("quantile-levels")]
    [InlineData("censored-times")]
    [InlineData("hidden-errors")]
    [InlineData("class-costs")]
    public void What_is_stated_makes_a_gap_in_a_comparison(string name)
    {
        PlantedTruth world = PlantedTruths.Find(name);
        Table table = world.Make(1, world.ComparisonRows);
        Target target = world.TargetOf(table);
        ComparisonOptions options = new()
        {
            Folds = 5,
            Repeats = 2,
            Epochs = 30,
            Patience = 8,
            TuningEpochs = 5,
            LearningRates = [0.01],
            Hidden = [16],
        };
        Verdict verdict = new Comparison(
            table, target, [.. world.Candidates.Select(Objective.Parse)], MetricCatalogue.Find(world.Metric), world.OptionsFor(options, target))
            .Run().Verdict;
        Assert.True(world.IsRight(verdict), $"{verdict.Kind}: {verdict.Take?.Name} of {string.Join(", ", verdict.Tied.Select(loss => loss.Name))}");
    }

    [Fact]
    public void Without_the_statement_the_data_would_call_for_another_loss()
    {
        foreach (string name in (string[])["quantile-levels", "censored-times", "graded-queries", "known-flips"])
        {
            PlantedTruth world = PlantedTruths.Find(name);
            Table table = world.Make(101);
            DataProfile profile = Profiler.Profile(table, world.TargetOf(table), new() { Threads = 1 });
            Assert.False(world.IsRecommended(Advisor.Advise(profile).Recommended.Objective), name);
        }
    }
}

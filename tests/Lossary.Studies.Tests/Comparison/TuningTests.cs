using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies.Tests;

public sealed class TuningTests
{
    private readonly List<(int Variant, double Rate)> _tried = [];

    [Fact]
    public void The_best_rate_of_the_grid_is_taken_in_as_many_trials_as_there_are_rates()
    {
        TunedSettings tuned = Tune([0.001, 0.01, 0.1], 1, 3, (_, rate) => Math.Abs(rate - 0.02));

        Assert.Equal(new(0, 0.01, 3), tuned);
        Assert.Equal([(0, 0.001), (0, 0.01), (0, 0.1)], _tried);
    }

    [Fact]
    public void Trials_that_are_left_go_between_the_best_rate_and_its_neighbours()
    {
        TunedSettings tuned = Tune([0.001, 0.01, 0.1], 1, 5, (_, rate) => Math.Abs(Math.Log(rate / 0.02)));

        Assert.Equal(5, tuned.Trials);
        Assert.Equal(5, _tried.Distinct().Count());
        Assert.Equal(Math.Sqrt(0.01 * Math.Sqrt(0.001)), tuned.Rate, 1e-12);
        Assert.All(_tried, trial => Assert.InRange(trial.Rate, 0.001, 0.1));
    }

    [Fact]
    public void Variants_are_tried_at_the_best_rate_within_the_same_budget()
    {
        TunedSettings tuned = Tune([0.001, 0.01], 3, 4, (variant, rate) => Math.Abs(rate - 0.01) + (variant == 2 ? 0 : 1));

        Assert.Equal(new(2, 0.01, 4), tuned);
        Assert.Equal([(0, 0.001), (0, 0.01), (1, 0.01), (2, 0.01)], _tried);
    }

    [Fact]
    public void Where_all_diverge_the_smallest_rate_and_the_first_variant_are_taken() =>
        Assert.Equal(new(0, 0.001, 5), Tune([0.01, 0.001, 0.1], 3, 5, (_, _) => double.PositiveInfinity));

    [Fact]
    public void Without_a_choice_nothing_is_tried()
    {
        Assert.Equal(new(0, 0.01, 0), Tune([0.01], 1, 1, (_, _) => 0));
        Assert.Empty(_tried);
    }

    [Theory]
    [InlineData("huber:delta=tuned", "huber:delta=tuned", "huber:delta=0.3,huber:delta=0.1,huber")]
    [InlineData("barron:c=tuned,alpha=0", "barron:alpha=0,c=tuned", "barron:alpha=0,c=0.5,barron:alpha=0,c=0.2,barron:alpha=0")]
    [InlineData(
        "ce+class-balanced:beta=tuned", "cross-entropy+class-balanced:beta=tuned",
        "cross-entropy+class-balanced,cross-entropy+class-balanced:beta=0.9,cross-entropy+class-balanced:beta=0.99")]
    [InlineData(
        "focal:gamma=tuned+logit-adjusted", "focal:gamma=tuned+logit-adjusted",
        "focal+logit-adjusted,focal:gamma=0.5+logit-adjusted,focal:gamma=1+logit-adjusted")]
    public void A_parameter_that_is_to_be_tuned_stands_for_the_values_of_the_table(string text, string name, string variants)
    {
        Objective objective = Objective.Parse(text);

        Assert.Equal(name, objective.Name);
        Assert.Equal(name, Objective.Parse(name).Name);
        Assert.Equal(variants, string.Join(',', objective.Variants.Select(variant => variant.Name)));
    }

    [Theory]
    [InlineData("quantile:level=tuned", "level of quantile cannot be tuned.")]
    [InlineData("barron:alpha=tuned", "alpha of barron cannot be tuned; c can.")]
    [InlineData("focal:gamma=tuned+class-balanced:beta=tuned", "has more than one parameter to tune")]
    public void What_cannot_be_tuned_is_named(string text, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => Objective.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_value_of_the_table_is_within_its_parameters_range()
    {
        foreach (TunedParameter tuned in TunedParameter.All)
        {
            string loss = ClassAdjustment.All.Any(card => card.Key == tuned.Key) ? "cross-entropy+" : "";
            Objective objective = Objective.Parse($"{loss}{tuned.Key}:{tuned.Parameter}=tuned");
            Assert.Equal(tuned.Values.Count, objective.Variants.Select(variant => variant.Name).Distinct().Count());
        }
    }

    [Fact]
    public void Every_objective_gets_the_same_number_of_trials_and_the_chosen_value_is_told()
    {
        Table table = Planted.Linear(120, 1, random => random.NextNormal());
        ComparisonOptions options = new()
        {
            Folds = 2,
            Repeats = 1,
            Epochs = 4,
            TuningEpochs = 2,
            LearningRates = [0.003, 0.03],
            Hidden = [4],
        };
        ComparisonResult result = Compare(table, options, "squared", "huber:delta=tuned");

        Assert.Equal(4, result.Trials);
        Assert.All(result.Outcomes.SelectMany(outcome => outcome.Folds), fold => Assert.Equal(4, fold.Trials));
        LossOutcome huber = result.Outcomes.Single(outcome => outcome.Name == "huber:delta=tuned");
        Assert.All(huber.Folds, fold => Assert.Contains(fold.Trained, huber.Objective.Variants.Select(variant => variant.Name)));

        // Alone, and with the value that was chosen, it comes to the same network.
        FoldOutcome first = huber.Folds[0];
        LossOutcome alone = Compare(table, options with { LearningRates = [first.LearningRate] }, first.Trained).Outcomes[0];
        Assert.Equal(alone.Folds[0].Responses, first.Responses);
    }

    [Fact]
    public void Too_few_trials_are_refused()
    {
        Table table = Planted.Linear(60, 1, _ => 0);
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Compare(table, new() { LearningRates = [0.01, 0.1], Trials = 3 }, "squared", "huber:delta=tuned"));

        Assert.StartsWith(
            "3 trials are too few: 2 learning rates and 2 further values for huber:delta=tuned make 4.", error.Message, StringComparison.Ordinal);
    }

    private TunedSettings Tune(double[] rates, int variants, int trials, Func<int, double, double> score) =>
        new Tuning(rates, variants, trials, (variant, rate) =>
        {
            _tried.Add((variant, rate));
            return new(score(variant, rate), 0);
        }).Run();

    private static ComparisonResult Compare(Table table, ComparisonOptions options, params string[] objectives) =>
        new Comparison(
            table, Target.Read(table, "y"), [.. objectives.Select(Objective.Parse)], MetricCatalogue.Find("mae"), options).Run();
}

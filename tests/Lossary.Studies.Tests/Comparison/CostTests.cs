using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies.Tests;

public sealed class CostTests
{
    private const double Threshold = 1.0 / 9;

    private static readonly ComparisonOptions Small = new()
    {
        Folds = 3,
        Repeats = 1,
        Epochs = 40,
        Patience = 15,
        TuningEpochs = 2,
        LearningRates = [0.01],
        Hidden = [8],
        Threshold = Threshold,
    };

    [Theory]
    [InlineData("binary-cross-entropy", Threshold)]
    [InlineData("brier", Threshold)]
    [InlineData("cost-sensitive:miss=8", 0.5)]
    [InlineData("weighted-binary-cross-entropy:positive-weight=8", 0.5)]
    [InlineData("binary-cross-entropy+class-balanced", 0.5)]
    public void What_knows_of_costs_or_weighs_classes_decides_at_one_half(string objective, double threshold) =>
        Assert.Equal(threshold, Small.ThresholdOf(Objective.Parse(objective)));

    [Fact]
    public void The_score_is_what_the_decisions_at_the_threshold_cost()
    {
        ComparisonResult result = Compare(Small, "binary-cross-entropy");
        foreach ((Fold fold, FoldOutcome outcome) in result.Folds.Zip(result.Outcomes[0].Folds))
        {
            // A false alarm costs 1/9, a miss 8/9.
            double cost = fold.Test.Zip(outcome.Responses).Average(row => (row.Second > Threshold, result.Target.Classes[row.First]) switch
            {
                (true, 0) => 1.0 / 9,
                (false, 1) => 8.0 / 9,
                _ => 0,
            });
            Assert.Equal(cost, outcome.Scores[0]!.Value, 12);
        }
    }

    [Fact]
    public void Dear_misses_make_the_cheaper_threshold_and_the_cost_sensitive_loss_win()
    {
        ComparisonResult informed = Compare(Small, "binary-cross-entropy", "cost-sensitive:miss=8");
        ComparisonResult blind = Compare(Small with { Threshold = 0.5 }, "binary-cross-entropy");
        double atHalf = blind.Outcomes[0].Folds.Average(fold => fold.Scores[0]!.Value);
        Assert.All(
            informed.Outcomes, loss => Assert.True(loss.Folds.Average(fold => fold.Scores[0]!.Value) < 0.8 * atHalf, loss.Name));
    }

    private static ComparisonResult Compare(ComparisonOptions options, params string[] losses)
    {
        Table table = Planted.Imbalanced(900, 3);
        return new Comparison(
            table,
            Target.Read(table, "y"),
            [.. losses.Select(Objective.Parse)],
            MetricCatalogue.Find("decision-cost").With(Threshold),
            options).Run();
    }
}

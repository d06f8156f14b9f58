using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies.Tests;

/// <summary>What adjustments to class counts do to a training on rare classes.</summary>
public sealed class ImbalanceTests
{
    private static readonly ComparisonOptions Small = new()
    {
        Folds = 2,
        Repeats = 1,
        Epochs = 25,
        Patience = 25,
        TuningEpochs = 3,
        LearningRates = [0.01],
        Hidden = [],
    };

    [Theory]
    [InlineData("binary-cross-entropy")]
    [InlineData("cross-entropy")]
    public void Both_adjustments_find_more_of_the_rare_class(string loss)
    {
        ComparisonResult result = Compare(loss, loss + "+class-balanced", loss + "+logit-adjusted");

        double plain = BalancedAccuracy(result, loss);
        Assert.True(BalancedAccuracy(result, loss + "+class-balanced") > plain + 0.05);
        Assert.True(BalancedAccuracy(result, loss + "+logit-adjusted") > plain + 0.05);
    }

    [Fact]
    public void Beta_0_weights_every_row_alike()
    {
        ComparisonResult result = Compare("binary-cross-entropy", "binary-cross-entropy+class-balanced:beta=0");

        Assert.Equal(
            result.Outcomes[0].Folds.SelectMany(fold => fold.Responses), result.Outcomes[1].Folds.SelectMany(fold => fold.Responses));
    }

    [Fact]
    public void The_loss_by_itself_is_the_simpler()
    {
        ComparisonResult result = Compare("binary-cross-entropy+class-balanced", "hinge", "binary-cross-entropy");

        Assert.Equal(
            ["binary-cross-entropy", "hinge", "binary-cross-entropy+class-balanced"],
            result.Outcomes.OrderBy(outcome => outcome.Simplicity).Select(outcome => outcome.Name));
    }

    [Fact]
    public void Numbers_have_no_classes_to_balance()
    {
        // Binary cross entropy takes proportions, which have no classes.
        Table table = Planted.TwoClasses(60, 1);
        Target numbers = Target.Read(table, "a");

        Assert.NotNull(Candidates.Refusal(Objective.Parse("binary-cross-entropy+class-balanced"), numbers));
        Assert.Null(Candidates.Refusal(Objective.Parse("squared"), numbers));
    }

    private static double BalancedAccuracy(ComparisonResult result, string objective)
    {
        int metric = result.Metrics.Select(one => one.Key).ToList().IndexOf("balanced-accuracy");
        return result.Outcomes.Single(outcome => outcome.Name == objective).Scores[metric]!.Value.Mean;
    }

    /// <summary>About one row in eight is of the positive class.</summary>
    private static ComparisonResult Compare(params string[] objectives)
    {
        Table table = Planted.Imbalanced(400, 5);
        return new Comparison(
            table,
            Target.Read(table, "y"),
            [.. objectives.Select(Objective.Parse)],
            MetricCatalogue.Find("log-loss"),
            Small).Run();
    }
}

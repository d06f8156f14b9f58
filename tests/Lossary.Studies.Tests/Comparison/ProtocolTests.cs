using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies.Tests;

/// <summary>The rules of a fair comparison, held against what comparisons do.</summary>
public sealed class ProtocolTests
{
    private static readonly ComparisonOptions Small = new()
    {
        Folds = 3,
        Repeats = 1,
        Epochs = 6,
        Patience = 3,
        TuningEpochs = 2,
        LearningRates = [0.003, 0.03],
        Hidden = [8],
    };

    [Fact]
    public void The_same_formula_under_two_names_comes_out_the_same_to_the_bit()
    {
        // Only the same folds, rates tried, initial weights and batches can do that.
        ComparisonResult result = Compare(Linear(), "mae", Small, "half-squared", "smooth-l2");

        for (int fold = 0; fold < 3; fold++)
        {
            FoldOutcome one = result.Outcomes[0].Folds[fold], other = result.Outcomes[1].Folds[fold];
            Assert.Equal(one.Responses, other.Responses);
            Assert.Equal(one.Curve, other.Curve);
            Assert.Equal(one.LearningRate, other.LearningRate);
        }
    }

    [Theory]
    [InlineData("squared")]
    [InlineData("absolute")]
    [InlineData("expectile:level=0.8")]
    public void What_the_test_rows_hold_touches_neither_rate_nor_weights_nor_stopping(string loss)
    {
        Table table = Linear();
        ComparisonResult before = Compare(table, "mae", Small, loss);
        Table other = Planted.WithTargets(table, before.Folds[0].Test, row => 1000.0 * row);
        ComparisonResult after = Compare(other, "mae", Small, loss);

        FoldOutcome one = before.Outcomes[0].Folds[0], two = after.Outcomes[0].Folds[0];
        Assert.Equal(before.Folds[0].Test, after.Folds[0].Test);
        Assert.Equal(one.Responses, two.Responses);
        Assert.Equal(one.Curve, two.Curve);
        Assert.Equal(one.LearningRate, two.LearningRate);
        Assert.NotEqual(one.Scores[0], two.Scores[0]);
    }

    [Fact]
    public void Encoder_and_scale_are_fitted_on_the_rows_that_train_alone()
    {
        Table table = Linear();
        Target target = Target.Read(table, "y");
        Fold fold = Folds.Repeated(target, 3, 1, new(7))[0];
        FoldData data = FoldData.Of(table, target, fold, 0.15, new(8));
        Table changed = Planted.WithTargets(table, data.Validation.Positions.Concat(data.Test.Positions), row => 1e6 * row);
        FoldData other = FoldData.Of(changed, Target.Read(changed, "y"), fold, 0.15, new(8));

        Assert.Equal(
            Enumerable.Range(0, table.RowCount),
            data.Training.Positions.Concat(data.Validation.Positions).Concat(data.Test.Positions).Order());
        Assert.Equal(data.Training.Targets, other.Training.Targets);
        Assert.NotEqual(data.Validation.Targets, other.Validation.Targets);

        // Standardised on its own rows, each feature has mean 0 and spread 1 there; others' means are only near 0.
        int width = data.Encoder.Width;
        for (int feature = 0; feature < width; feature++)
        {
            double[] values = [.. Enumerable.Range(0, data.Training.Count).Select(i => (double)data.Training.Features[(i * width) + feature])];
            Assert.Equal(0, values.Average(), 1e-6);
            Assert.Equal(1, values.Average(value => value * value), 1e-5);
        }
    }

    [Fact]
    public void A_class_of_few_rows_does_not_make_every_loss_diverge()
    {
        // Three rows of it in each training part: the share of one for validation would often be none.
        ComparisonResult result = Compare(
            Planted.RareClass(200, 6, 3), "roc-auc", Small with { Folds = 2 }, "binary-cross-entropy", "hinge");

        Assert.All(result.Outcomes, outcome => Assert.Null(outcome.Failure));
    }

    [Fact]
    public void Predictions_that_the_metric_has_no_value_for_are_not_called_a_divergence()
    {
        // At this rate squared error predicts counts below 0 on the way there, which have no deviance; its best epochs do not.
        ComparisonOptions rash = Small with { LearningRates = [0.3] };
        ComparisonResult counts = Compare(Planted.SmallCounts(150, 3), "poisson-deviance", rash, "poisson", "squared");

        Assert.All(counts.Outcomes.SelectMany(outcome => outcome.Folds), fold => Assert.Null(fold.Failure));
        Assert.Contains(counts.Outcomes.SelectMany(outcome => outcome.Folds).SelectMany(fold => fold.Curve), double.IsNaN);
    }

    [Fact]
    public void A_loss_without_a_value_of_the_metric_says_in_how_many_folds()
    {
        LossOutcome squared = Compare(Linear(), "gamma-deviance", Small, "squared").Outcomes[0];

        Assert.Equal(
            "has no gamma deviance in 3 of 3 folds: a prediction or a target is outside the metric's domain",
            squared.Failure);
    }

    [Fact]
    public void Options_out_of_range_are_refused_where_they_are_made()
    {
        Assert.Throws<ArgumentException>(() => new ComparisonOptions { LearningRates = [] });
        Assert.Throws<ArgumentException>(() => new ComparisonOptions { LearningRates = [0.01, double.NaN] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ComparisonOptions { ValidationShare = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ComparisonOptions { GradientClip = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ComparisonOptions { Significance = double.NaN });
    }

    private static Table Linear() => Planted.Linear(120, 1, random => random.NextNormal());

    private static ComparisonResult Compare(Table table, string metric, ComparisonOptions options, params string[] losses) =>
        new Comparison(
            table,
            Target.Read(table, "y"),
            [.. losses.Select(Objective.Parse)],
            MetricCatalogue.Find(metric),
            options).Run();
}

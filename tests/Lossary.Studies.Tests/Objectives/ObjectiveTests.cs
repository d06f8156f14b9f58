using Lossary.Losses;

namespace Lossary.Studies.Tests;

public sealed class ObjectiveTests
{
    [Theory]
    [InlineData("squared", "squared")]
    [InlineData("mse", "squared")]
    [InlineData("huber:delta=0.5", "huber:delta=0.5")]
    [InlineData("huber:delta=1e+3", "huber:delta=1000")]
    [InlineData("cross-entropy+class-balanced", "cross-entropy+class-balanced")]
    [InlineData("cross-entropy + class-balanced:beta=0.99", "cross-entropy+class-balanced:beta=0.99")]
    [InlineData("focal:gamma=1+logit-adjusted:tau=1", "focal:gamma=1+logit-adjusted")]
    [InlineData("bce+logit-adjusted:tau=1.5", "binary-cross-entropy+logit-adjusted:tau=1.5")]
    public void A_text_is_read_and_named_in_one_way(string text, string name)
    {
        Objective objective = Objective.Parse(text);

        Assert.Equal(name, objective.Name);
        Assert.Equal(name, Objective.Parse(objective.Name).Name);
    }

    [Theory]
    [InlineData("crossentropi", "No loss is called 'crossentropi'")]
    [InlineData("cross-entropy+", "After the + comes one of class-balanced, logit-adjusted, not ''.")]
    [InlineData("cross-entropy+balanced", "After the + comes one of class-balanced, logit-adjusted, not 'balanced'.")]
    [InlineData("cross-entropy+class-balanced:tau=1", "class-balanced has no parameter 'tau'; it has: beta.")]
    [InlineData("cross-entropy+class-balanced:beta=high", "'beta=high' is not of the form beta=number.")]
    [InlineData("cross-entropy+class-balanced:beta=1", "beta must be in [0, 1), but is 1.")]
    [InlineData("cross-entropy+logit-adjusted:tau=0", "tau must be in (0, ∞), but is 0.")]
    [InlineData("squared+class-balanced", "class-balanced is for losses of classes; squared is none.")]
    [InlineData("hinge+logit-adjusted", "logit-adjusted adds to logits; what hinge takes are none.")]
    [InlineData("cross-entropy+class-balanced+logit-adjusted", "not 'class-balanced+logit-adjusted'")]
    public void What_is_wrong_is_named(string text, string message) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(() => Objective.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void In_a_list_a_comma_before_a_parameter_parts_nothing() => Assert.Equal(
        ["squared", "barron:alpha=0,c=2", "cross-entropy+class-balanced:beta=0.9", "huber"],
        Objective.ParseAll(" mse, barron:alpha=0, c=2,cross-entropy+class-balanced,beta=0.9 ,huber,").Select(one => one.Name));

    [Fact]
    public void A_weighted_sum_is_one_loss_and_may_be_adjusted() => Assert.Equal(
        ["0.7*huber+0.3*squared", "0.8*cross-entropy+0.2*multi-class-brier+class-balanced", "0.5*barron:alpha=0,c=2+0.5*squared"],
        Objective.ParseAll(
            "0.7*huber + 0.3*squared, 0.8*cross-entropy+0.2*multi-class-brier+class-balanced,"
                + "0.5*barron:alpha=0,c=2+0.5*squared").Select(one => one.Name));

    [Fact]
    public void Class_balanced_weights_are_those_of_Cui_and_have_mean_1()
    {
        // By hand: β = 0.5, counts 1, 2, 3: (1 − β)/(1 − βⁿ) = 1, 2/3, 4/7, of mean 47/63.
        double[] weights = new ClassBalancedWeights(0.5).WeightsOf([1, 2, 3]);

        Assert.Equal(63.0 / 47, weights[0], 1e-14);
        Assert.Equal(42.0 / 47, weights[1], 1e-14);
        Assert.Equal(36.0 / 47, weights[2], 1e-14);
        Assert.Equal([1.0, 1], new ClassBalancedWeights(0).WeightsOf([5, 50]));
        Assert.Equal([0.0, 1], new ClassBalancedWeights(0.9).WeightsOf([0, 50]));
    }

    [Fact]
    public void Logit_adjustment_adds_multiples_of_log_shares()
    {
        double[] offsets = new LogitAdjustment(2).OffsetsOf([75, 25]);

        Assert.Equal(2 * Math.Log(0.75), offsets[0], 1e-14);
        Assert.Equal(2 * Math.Log(0.25), offsets[1], 1e-14);
        Assert.All(new LogitAdjustment(1).OffsetsOf([9, 0]), offset => Assert.True(double.IsFinite(offset)));
    }

    [Fact]
    public void Adjusted_logits_cost_what_the_loss_costs_at_the_shifted_logits()
    {
        double[] offsets = [-0.5, 1.25];
        double[] gradient = new double[4], shifted = new double[4];
        IClassLoss plain = LossCatalogue.Create<IClassLoss>("cross-entropy");
        Totals adjusted = ((IClassLoss)AdjustedLogits.Of(plain, offsets)).Evaluate(
            new ClassBatch<double> { Scores = [1, 2, -1, 0.5], Classes = 2, Targets = [0, 1], Gradient = gradient });
        Totals expected = plain.Evaluate(
            new ClassBatch<double> { Scores = [0.5, 3.25, -1.5, 1.75], Classes = 2, Targets = [0, 1], Gradient = shifted });

        Assert.Equal(expected.Mean, adjusted.Mean);
        Assert.Equal(shifted, gradient);

        // One logit is the difference of two.
        ISampleLoss one = LossCatalogue.Create<ISampleLoss>("binary-cross-entropy");
        float[] slopes = new float[2];
        Totals ofOne = ((ISampleLoss)AdjustedLogits.Of(one, offsets)).Evaluate(
            new LossBatch<float> { Predictions = [1, 1.5f], Targets = [0, 1], Gradient = slopes });
        Assert.Equal(expected.Mean, ofOne.Mean, 1e-6);
        Assert.Equal(gradient[1], slopes[0], 1e-6);
        Assert.Equal(gradient[3], slopes[1], 1e-6);
    }
}

namespace Lossary.Losses.Tests;

public sealed class BarlowTwinsLossTests() : ArrayLaws<BarlowTwinsLoss>(0.1)
{
    [Fact]
    public void Features_that_agree_but_for_scale_and_shift_cost_0()
    {
        LossInputs<double> inputs = new()
        {
            ["first"] = Embeddings.Rows(2, 1, 1, -1, 1, 1, -1, -1, -1),
            ["second"] = Embeddings.Rows(2, 3, 5, -1, 5, 3, 1, -1, 1),
        };

        Assert.Equal(0, new BarlowTwinsLoss(0.5).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void Two_features_that_say_the_same_cost_their_correlations()
    {
        LossInputs<double> inputs = new() { ["first"] = Embeddings.Rows(2, 1, 1, -1, -1), ["second"] = Embeddings.Rows(2, 1, 1, -1, -1) };
        Assert.Equal(0.25 * 2, new BarlowTwinsLoss(0.25).Evaluate(inputs).Mean, 14);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(0.3)]
    [InlineData(0.7)]
    public void A_feature_that_does_not_vary_costs_1_and_pulls_nowhere(double feature)
    {
        LossInputs<double> inputs = new()
        {
            ["first"] = Embeddings.Rows(1, feature, feature, feature),
            ["second"] = Embeddings.Rows(1, 1, 2, 3),
        };
        Assert.Equal(1, new BarlowTwinsLoss(0.25).Evaluate(inputs).Mean, 14);
        Assert.All(inputs["first"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
    }
}

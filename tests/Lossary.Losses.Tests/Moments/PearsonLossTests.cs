namespace Lossary.Losses.Tests;

public sealed class PearsonLossTests() : ArrayLaws<PearsonLoss>
{
    [Fact]
    public void Level_and_scale_of_the_predictions_are_free()
    {
        Assert.Equal(0, ValueOf(TestInputs.Pair("prediction", [10, 12, 16], "target", [1, 2, 4])), 14);
        Assert.Equal(2, ValueOf(TestInputs.Pair("prediction", [-1, -2, -4], "target", [1, 2, 4])), 14);
    }

    [Fact]
    public void Four_samples_by_hand()
    {
        // Centred: (-1.5, -0.5, 0.5, 1.5) and (-1, 1, -1, 1); products 2, squares 5 and 4.
        double found = ValueOf(TestInputs.Pair("prediction", [1, 2, 3, 4], "target", [0, 2, 0, 2]));
        Assert.Equal(1 - (2 / Math.Sqrt(20)), found, 14);
    }

    [Theory]
    [InlineData(new double[] { 3, 3, 3 })]
    [InlineData(new double[] { 3 })]
    [InlineData(new double[] { 0.3, 0.3, 0.3 })]
    [InlineData(new double[] { 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7 })]
    [InlineData(new double[] { 1e6 + 0.1, 1e6 + 0.1, 1e6 + 0.1, 1e6 + 0.1, 1e6 + 0.1 })]
    public void Predictions_that_do_not_vary_cost_1_and_pull_nowhere(double[] predictions)
    {
        double[] targets = [.. predictions.Select((_, i) => (double)i)];
        LossInputs<double> inputs = TestInputs.Pair("prediction", predictions, "target", targets);
        Assert.Equal(1, ValueOf(inputs));
        Assert.All(inputs["prediction"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
    }
}

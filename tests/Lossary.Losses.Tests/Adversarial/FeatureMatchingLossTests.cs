using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class FeatureMatchingLossTests() : ArrayLaws<FeatureMatchingLoss>
{
    [Fact]
    public void Mean_features_that_differ_by_3_and_4_cost_25()
    {
        LossInputs<double> inputs = new()
        {
            ["real"] = new(new Shape(2, 2), new double[] { 0, 0, 2, 2 }),
            ["fake"] = new(new Shape(1, 2), new double[] { 4, 5 }),
        };
        Assert.Equal(25, ValueOf(inputs), 13);
    }
}

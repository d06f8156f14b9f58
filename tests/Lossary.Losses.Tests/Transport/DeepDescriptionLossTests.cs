namespace Lossary.Losses.Tests;

public sealed class DeepDescriptionLossTests() : ArrayLaws<DeepDescriptionLoss>
{
    [Fact]
    public void A_point_3_and_4_off_costs_25()
    {
        LossInputs<double> inputs = new()
        {
            ["embedding"] = TestInputs.Variable([1, 2], 4, 5),
            ["centre"] = TestInputs.Constant([2], 1, 1),
        };
        Assert.Equal(25, ValueOf(inputs), 14);
    }
}

using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class LipschitzPenaltyLossTests() : ArrayLaws<LipschitzPenaltyLoss>
{
    [Fact]
    public void A_slope_of_5_is_4_too_steep_and_one_of_half_is_not()
    {
        LossInputs<double> inputs = new() { ["gradient"] = new(new Shape(2, 2), new double[] { 3, 4, 0.3, 0.4 }) };
        Assert.Equal(0.5 * 16, ValueOf(inputs), 13);
    }
}

using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class ZeroCentredPenaltyLossTests() : ArrayLaws<ZeroCentredPenaltyLoss>
{
    [Fact]
    public void Slopes_of_5_and_half_cost_5_times_their_squares()
    {
        LossInputs<double> inputs = new() { ["gradient"] = new(new Shape(2, 2), new double[] { 3, 4, 0.3, 0.4 }) };
        Assert.Equal(0.5 * 5 * (25 + 0.25), ValueOf(inputs), 13);
    }
}

using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class EnergyMarginLossTests() : ArrayLaws<EnergyMarginLoss>
{
    [Theory]
    [InlineData(0, 25)]
    [InlineData(1, 4)]
    public void An_energy_of_minus_7_is_too_high_for_one_and_too_low_for_the_other(double outlier, double cost)
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = Numbers(new Shape(1, 2), 7 - Math.Log(2), 7 - Math.Log(2)),
            ["outlier"] = Numbers(new Shape(1), outlier),
        };
        Assert.Equal(cost, new EnergyMarginLoss(-12, -5).Evaluate(inputs).Mean, 12);
    }
}

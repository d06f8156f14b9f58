using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class GradientEqualisationLossTests() : ArrayLaws<GradientEqualisationLoss>
{
    [Fact]
    public void A_class_at_the_middle_has_half_its_pressure_and_three_times_its_pull()
    {
        LossInputs<double> inputs = new()
        {
            ["score"] = Numbers(new Shape(1, 2), 0.5, 1.5),
            ["target"] = Numbers(new Shape(1), 0),
            ["ratio"] = Numbers(new Shape(2), 0.8, 0.8),
        };
        Assert.Equal((3 * Math.Log(1 + Math.Exp(-0.5))) + (0.5 * Math.Log(1 + Math.Exp(1.5))), ValueOf(inputs), 14);
    }
}

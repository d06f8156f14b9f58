using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class EqualisationLossTests() : ArrayLaws<EqualisationLoss>
{
    [Fact]
    public void A_rare_class_takes_no_pressure_from_objects_of_others_but_from_background()
    {
        LossInputs<double> inputs = new()
        {
            ["score"] = Tensor<double>.Variable(new Shape(2, 2), [0.5, 1.5, -0.5, 2]),
            ["target"] = Numbers(new Shape(2), 0, 0),
            ["frequency"] = Numbers(new Shape(2), 0.5, 0.001),
            ["foreground"] = Numbers(new Shape(2), 1, 0),
        };
        double expected = Softplus(-0.5) + Softplus(0.5) + Softplus(2);
        Assert.Equal(expected / 2, ValueOf(inputs), 14);
        Assert.Equal(0, inputs["score"].Gradient[1]);
    }

    private static double Softplus(double x) => Math.Log(1 + Math.Exp(x));
}

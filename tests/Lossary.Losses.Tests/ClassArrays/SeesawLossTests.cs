using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SeesawLossTests() : ArrayLaws<SeesawLoss>
{
    // The factors of the classes are held constant in the gradient.
    protected override bool IsGradientOfValue => false;

    [Fact]
    public void Mitigation_and_compensation_multiply_the_exponentials_of_wrong_classes()
    {
        LossInputs<double> inputs = new()
        {
            ["score"] = Tensor<double>.Variable(new Shape(1, 3), [0.5, 1.5, -0.5]),
            ["target"] = Numbers(new Shape(1), 0),
            ["count"] = Numbers(new Shape(3), 100, 25, 400),
        };
        double rival = Math.Pow(0.25, 0.8) * Math.Exp(2 * 1) * Math.Exp(1.5), other = Math.Exp(-0.5);
        double whole = Math.Exp(0.5) + rival + other;
        Assert.Equal(-Math.Log(Math.Exp(0.5) / whole), ValueOf(inputs), 14);
        Assert.Equal((Math.Exp(0.5) / whole) - 1, inputs["score"].Gradient[0], 14);
        Assert.Equal(rival / whole, inputs["score"].Gradient[1], 14);
    }
}

using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class GaussianMixtureLossTests() : ArrayLaws<GaussianMixtureLoss>
{
    [Fact]
    public void Two_equal_components_weigh_their_densities()
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = Numbers(new Shape(1, 2), 0, 0),
            ["mean"] = Numbers(new Shape(1, 2), 0, 3),
            ["log-scale"] = Numbers(new Shape(1, 2), 0, 0),
            ["target"] = Numbers(new Shape(1), 1),
        };
        double density = 0.5 * (Math.Exp(-0.5) + Math.Exp(-2)) / Math.Sqrt(2 * Math.PI);
        Assert.Equal(-Math.Log(density), ValueOf(inputs), 13);
    }

    [Fact]
    public void Components_a_thousand_scales_off_do_not_underflow()
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = Numbers(new Shape(1, 2), 0, 0),
            ["mean"] = Numbers(new Shape(1, 2), 0, 1),
            ["log-scale"] = Numbers(new Shape(1, 2), 0, 0),
            ["target"] = Numbers(new Shape(1), 1000),
        };
        Assert.Equal((0.5 * 999 * 999) + Math.Log(2) + (0.5 * Math.Log(2 * Math.PI)), ValueOf(inputs), 8);
    }

    [Fact]
    public void Costs_beyond_the_largest_float_are_those_of_the_nearest_component()
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = Numbers(new Shape(1, 2), 0, 0),
            ["mean"] = Tensor<double>.Variable(new Shape(1, 2), [0.0, 1]),
            ["log-scale"] = Numbers(new Shape(1, 2), -88, -88),
            ["target"] = Numbers(new Shape(1), 3),
        };
        double expected = 0.5 * 4 * Math.Exp(176);
        Assert.Equal(1, ValueOf(inputs) / expected, 1e-12);
        Assert.Equal(1, inputs["mean"].Gradient[1] / (-2 * Math.Exp(176)), 1e-12);
    }
}

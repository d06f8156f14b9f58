using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class MultivariateGaussianLossTests() : ArrayLaws<MultivariateGaussianLoss>
{
    [Fact]
    public void Without_correlation_it_is_two_Gaussians()
    {
        LossInputs<double> inputs = new()
        {
            ["mean"] = Numbers(new Shape(1, 2), 1, 0),
            ["factor"] = Numbers(new Shape(1, 2, 2), 0, 99, 0, 0),
            ["target"] = Numbers(new Shape(1, 2), 4, 1),
        };
        Assert.Equal((0.5 * (9 + 1)) + Math.Log(2 * Math.PI), ValueOf(inputs), 13);
    }

    [Fact]
    public void With_correlation_it_is_the_quadratic_form_of_the_precision()
    {
        LossInputs<double> inputs = new()
        {
            ["mean"] = Numbers(new Shape(1, 2), 0, 0),
            ["factor"] = Numbers(new Shape(1, 2, 2), 0, 0, 3, 0),
            ["target"] = Numbers(new Shape(1, 2), 1, 2),
        };
        // L = [[2, 0], [3, 1]]: Lᵀ (1, 2) = (8, 2).
        inputs["factor"].Values[0] = Math.Log(2);
        Assert.Equal(34 - Math.Log(2) + Math.Log(2 * Math.PI), ValueOf(inputs), 13);
    }
}

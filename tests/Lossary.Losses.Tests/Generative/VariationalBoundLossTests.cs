using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class VariationalBoundLossTests() : ArrayLaws<VariationalBoundLoss>(3)
{
    [Fact]
    public void Half_the_squared_error_and_the_divergence()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(1, 2), 1, 3),
            ["target"] = Numbers(new Shape(1, 2), 0, 1),
            ["mean"] = Numbers(new Shape(1, 1), 2),
            ["log-variance"] = Numbers(new Shape(1, 1), 0),
        };
        Assert.Equal(0.5 * (1 + 4) + (3 * 2), ValueOf(inputs), 13);
    }
}

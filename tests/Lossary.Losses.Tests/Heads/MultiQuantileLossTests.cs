using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class MultiQuantileLossTests() : ArrayLaws<MultiQuantileLoss>
{
    [Fact]
    public void Three_quantiles_cost_their_mean_pinball_loss()
    {
        LossInputs<double> inputs = new()
        {
            ["quantiles"] = Numbers(new Shape(1, 3), 1, 2, 5),
            ["levels"] = Numbers(new Shape(3), 0.1, 0.5, 0.9),
            ["target"] = Numbers(new Shape(1), 3),
        };
        Assert.Equal(((0.1 * 2) + (0.5 * 1) + (0.1 * 2)) / 3, ValueOf(inputs), 13);
    }
}

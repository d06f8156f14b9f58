using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class PermutationInvariantLossTests() : ArrayLaws<PermutationInvariantLoss>
{
    [Fact]
    public void Sources_that_come_out_in_another_order_cost_nothing_for_it()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Tensor<double>.Variable(new Shape(1, 3, 2), [5, 5, 1, 2, 0, 0]),
            ["target"] = Numbers(new Shape(1, 3, 2), 0, 0, 5, 6, 1, 2),
        };
        Assert.Equal(1.0 / 6, ValueOf(inputs), 14);
        Assert.Equal([0, -2.0 / 6, 0, 0, 0, 0], inputs["prediction"].Gradient.ToArray());
    }
}

using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class ContractivePenaltyTests() : ArrayLaws<ContractivePenalty>
{
    [Fact]
    public void It_is_the_sum_of_the_squares_of_each_samples_derivatives()
    {
        LossInputs<double> inputs = new() { ["jacobian"] = Numbers(new Shape(2, 1, 2), 3, 4, 1, 0) };
        Assert.Equal(0.1 * (25 + 1) / 2, ValueOf(inputs), 14);
    }
}

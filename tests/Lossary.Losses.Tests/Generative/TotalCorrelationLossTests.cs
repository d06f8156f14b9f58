using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class TotalCorrelationLossTests() : ArrayLaws<TotalCorrelationLoss>
{
    [Fact]
    public void Of_one_sample_parts_are_independent()
    {
        LossInputs<double> inputs = new()
        {
            ["code"] = Numbers(new Shape(1, 2), 0.3, -1),
            ["mean"] = Numbers(new Shape(1, 2), 0, 2),
            ["log-variance"] = Numbers(new Shape(1, 2), 0.5, -0.2),
        };
        Assert.Equal(0, ValueOf(inputs), 14);
    }

    [Fact]
    public void Two_samples_far_apart_in_both_parts_share_a_bit()
    {
        // Each code is next to its own mean alone: one of two mixtures for the whole, and for each of two parts.
        LossInputs<double> inputs = new()
        {
            ["code"] = Numbers(new Shape(2, 2), 0, 0, 90, 90),
            ["mean"] = Numbers(new Shape(2, 2), 0, 0, 90, 90),
            ["log-variance"] = Numbers(new Shape(2, 2), 0, 0, 0, 0),
        };
        Assert.Equal(Math.Log(2), ValueOf(inputs), 13);
    }
}

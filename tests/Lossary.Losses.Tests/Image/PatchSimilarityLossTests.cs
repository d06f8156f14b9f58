using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class PatchSimilarityLossTests() : ArrayLaws<PatchSimilarityLoss>
{
    [Fact]
    public void Features_across_differ_by_both_channels()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(1, 1, 2, 2), 3, 0, 0, 2),
            ["target"] = Numbers(new Shape(1, 1, 2, 2), 0, 1, 0, 9),
            ["weight"] = Numbers(new Shape(2), 0.5, 2),
        };
        Assert.Equal(2.5 / 2, ValueOf(inputs), 14);
    }
}

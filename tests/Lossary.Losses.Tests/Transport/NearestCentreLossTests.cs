using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class NearestCentreLossTests() : ArrayLaws<NearestCentreLoss>
{
    [Fact]
    public void The_nearest_centre_counts_and_moves()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Numbers(new Shape(1, 2), 1, 1),
            ["centre"] = Tensor<double>.Variable(new Shape(2, 2), [0, 0, 5, 5]),
        };
        Assert.Equal(2, ValueOf(inputs), 14);
        Assert.Equal([-2, -2, 0, 0], inputs["centre"].Gradient.ToArray());
    }
}

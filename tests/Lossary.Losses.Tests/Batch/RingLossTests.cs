using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class RingLossTests() : ArrayLaws<RingLoss>
{
    [Fact]
    public void A_length_of_5_is_2_off_a_radius_of_3()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Tensor<double>.Variable(new Shape(1, 2), [3, 4]),
            ["radius"] = Tensor<double>.Variable(new Shape(1), [3]),
        };
        Assert.Equal(2, ValueOf(inputs), 14);
        Assert.Equal(-2, inputs["radius"].Gradient[0], 14);
        Assert.Equal(2 * 0.6, inputs["embeddings"].Gradient[0], 14);
    }
}

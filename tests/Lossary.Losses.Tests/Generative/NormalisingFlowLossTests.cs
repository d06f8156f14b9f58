using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class NormalisingFlowLossTests() : ArrayLaws<NormalisingFlowLoss>
{
    [Fact]
    public void Two_latent_numbers_and_a_volume_change()
    {
        LossInputs<double> inputs = new()
        {
            ["latent"] = Numbers(new Shape(1, 2), 1, 2),
            ["log-determinant"] = Numbers(new Shape(1), 3),
        };
        Assert.Equal(2.5 + Math.Log(2 * Math.PI) - 3, ValueOf(inputs), 13);
    }
}

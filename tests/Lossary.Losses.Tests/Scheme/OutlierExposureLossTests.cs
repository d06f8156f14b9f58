using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class OutlierExposureLossTests() : ArrayLaws<OutlierExposureLoss>
{
    [Fact]
    public void Equal_logits_cost_the_logarithm_of_the_number_of_classes()
    {
        LossInputs<double> inputs = new() { ["logits"] = Tensor<double>.Variable(new Shape(1, 4), [7, 7, 7, 7]) };
        Assert.Equal(Math.Log(4), ValueOf(inputs), 14);
        Assert.All(inputs["logits"].Gradient.ToArray(), slope => Assert.Equal(0, slope, 1e-15));
    }
}

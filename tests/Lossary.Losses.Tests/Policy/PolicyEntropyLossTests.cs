using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class PolicyEntropyLossTests() : ArrayLaws<PolicyEntropyLoss>
{
    [Fact]
    public void Four_equal_logits_have_minus_the_logarithm_of_4()
    {
        LossInputs<double> inputs = new() { ["logits"] = new(new Shape(1, 4), new double[] { 7, 7, 7, 7 }) };
        Assert.Equal(-Math.Log(4), ValueOf(inputs), 14);
    }
}

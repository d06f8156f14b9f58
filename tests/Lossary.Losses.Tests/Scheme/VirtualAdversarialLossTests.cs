namespace Lossary.Losses.Tests;

public sealed class VirtualAdversarialLossTests() : ArrayLaws<VirtualAdversarialLoss>
{
    [Fact]
    public void It_is_the_divergence_from_the_reference()
    {
        LossInputs<double> inputs = new()
        {
            ["perturbed"] = TestInputs.Variable([1, 2], 0, Math.Log(3)),
            ["reference"] = TestInputs.Constant([1, 2], 0, 0),
        };
        Assert.Equal(0.5 * (Math.Log(0.5 / 0.25) + Math.Log(0.5 / 0.75)), ValueOf(inputs), 14);
    }
}

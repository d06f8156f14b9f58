namespace Lossary.Losses.Tests;

public sealed class MartLossTests() : ArrayLaws<MartLoss>
{
    [Fact]
    public void Two_classes_by_hand()
    {
        LossInputs<double> inputs = new()
        {
            ["clean"] = TestInputs.Variable([1, 2], 0, 0),
            ["adversarial"] = TestInputs.Variable([1, 2], 0, Math.Log(3)),
            ["target"] = TestInputs.Constant([1], 1),
        };
        double divergence = 0.5 * (Math.Log(0.5 / 0.25) + Math.Log(0.5 / 0.75));
        Assert.Equal(-Math.Log(0.75) - Math.Log(1.0001 - 0.25) + (5 * 0.5 * divergence), ValueOf(inputs), 14);
    }
}

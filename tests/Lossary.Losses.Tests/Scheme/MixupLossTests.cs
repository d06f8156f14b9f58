namespace Lossary.Losses.Tests;

public sealed class MixupLossTests() : ArrayLaws<MixupLoss>
{
    [Fact]
    public void Each_label_counts_by_its_share()
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = TestInputs.Variable([1, 2], 0, Math.Log(3)),
            ["target"] = TestInputs.Constant([1], 0),
            ["other-target"] = TestInputs.Constant([1], 1),
            ["share"] = TestInputs.Constant([1], 0.3),
        };
        Assert.Equal((0.3 * Math.Log(4)) + (0.7 * Math.Log(4.0 / 3)), ValueOf(inputs), 14);
    }
}

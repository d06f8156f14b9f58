namespace Lossary.Losses.Tests;

public sealed class ClippedImportancePolicyLossTests() : ArrayLaws<ClippedImportancePolicyLoss>
{
    protected override bool IsGradientOfValue => false;

    [Fact]
    public void A_ratio_of_4_weighs_3_and_is_not_learned()
    {
        LossInputs<double> inputs = Given(
            ("log-probability", [Math.Log(4), 0.0]), ("old-log-probability", [0.0, 0.0]), ("advantage", [2.0, 1.0]));
        Assert.Equal(-3 * 2 * Math.Log(4) / 2, ValueOf(inputs), 14);
        Assert.Equal([-3, -0.5], inputs["log-probability"].Gradient.ToArray());
    }
}

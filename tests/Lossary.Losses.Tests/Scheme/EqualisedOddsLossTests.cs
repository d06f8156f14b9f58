namespace Lossary.Losses.Tests;

public sealed class EqualisedOddsLossTests() : ArrayLaws<EqualisedOddsLoss>
{
    [Fact]
    public void Gaps_among_positives_and_negatives_add_up()
    {
        LossInputs<double> inputs = TestInputs.Pair("logit", [Math.Log(3), 0, -Math.Log(3), 0], "group", [1, 0, 1, 0]);
        inputs["target"] = TestInputs.Constant([4], 1, 1, 0, 0);
        Assert.Equal(2.0 / 16, ValueOf(inputs), 15);
    }
}

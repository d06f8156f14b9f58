namespace Lossary.Losses.Tests;

public sealed class GloveLossTests() : ArrayLaws<GloveLoss>
{
    [Fact]
    public void A_pair_counted_16_times_by_hand()
    {
        LossInputs<double> inputs = new()
        {
            ["word"] = TestInputs.Variable([1, 1], 2),
            ["context"] = TestInputs.Variable([1, 1], 3),
            ["word-bias"] = TestInputs.Variable([1], 0.5),
            ["context-bias"] = TestInputs.Variable([1], -0.5),
            ["count"] = TestInputs.Constant([1], 16),
        };
        double gap = 6 - Math.Log(16);
        Assert.Equal(Math.Pow(0.16, 0.75) * gap * gap, ValueOf(inputs), 13);
    }
}

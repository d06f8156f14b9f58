namespace Lossary.Losses.Tests;

public sealed class RDropLossTests() : ArrayLaws<RDropLoss>(3)
{
    [Fact]
    public void Two_passes_by_hand()
    {
        LossInputs<double> inputs = new()
        {
            ["first"] = TestInputs.Variable([1, 2], 0, 0),
            ["second"] = TestInputs.Variable([1, 2], 0, Math.Log(3)),
            ["target"] = TestInputs.Constant([1], 1),
        };
        double there = 0.5 * (Math.Log(0.5 / 0.25) + Math.Log(0.5 / 0.75));
        double back = (0.25 * Math.Log(0.25 / 0.5)) + (0.75 * Math.Log(0.75 / 0.5));
        Assert.Equal(Math.Log(2) + Math.Log(4.0 / 3) + (1.5 * (there + back)), ValueOf(inputs), 14);
    }
}

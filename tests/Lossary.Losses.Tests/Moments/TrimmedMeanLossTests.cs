namespace Lossary.Losses.Tests;

public sealed class TrimmedMeanLossTests() : ArrayLaws<TrimmedMeanLoss>(0.25)
{
    [Fact]
    public void The_largest_quarter_is_left_out()
    {
        LossInputs<double> inputs = new() { ["loss"] = TestInputs.Variable([4], 5, 1, 100, 3) };
        Assert.Equal(3, ValueOf(inputs), 14);
        Assert.Equal([1 / 3.0, 1 / 3.0, 0, 1 / 3.0], inputs["loss"].Gradient.ToArray());
    }

    [Fact]
    public void A_share_of_0_is_the_mean()
    {
        LossInputs<double> inputs = new() { ["loss"] = TestInputs.Variable([3], 5, 1, 3) };
        Assert.Equal(3, new TrimmedMeanLoss(0).Evaluate(inputs).Mean, 14);
    }
}

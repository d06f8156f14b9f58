namespace Lossary.Losses.Tests;

public sealed class RidgePenaltyTests() : ArrayLaws<RidgePenalty>(0.5)
{
    [Fact]
    public void Half_of_the_sum_of_squares()
    {
        LossInputs<double> inputs = new() { ["parameter"] = TestInputs.Variable([3], 2, -3, 0) };
        Assert.Equal(6.5, ValueOf(inputs), 15);
        Assert.Equal([2, -3, 0], inputs["parameter"].Gradient.ToArray());
    }
}

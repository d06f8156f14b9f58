namespace Lossary.Losses.Tests;

public sealed class MaxNormPenaltyTests() : ArrayLaws<MaxNormPenalty>(1, 2)
{
    [Fact]
    public void Only_the_excess_of_the_longer_row_costs()
    {
        LossInputs<double> inputs = new() { ["parameter"] = TestInputs.Variable([2, 2], 3, 4, 1, 0) };
        Assert.Equal(9, ValueOf(inputs), 14);
        Assert.Equal([0, 0], inputs["parameter"].Gradient[2..].ToArray());
    }
}

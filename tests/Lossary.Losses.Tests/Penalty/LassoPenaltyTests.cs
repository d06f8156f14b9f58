namespace Lossary.Losses.Tests;

public sealed class LassoPenaltyTests() : ArrayLaws<LassoPenalty>(0.5)
{
    [Fact]
    public void Half_of_the_sum_of_sizes()
    {
        LossInputs<double> inputs = new() { ["parameter"] = TestInputs.Variable([3], 2, -3, 0) };
        Assert.Equal(2.5, ValueOf(inputs), 15);
        Assert.Equal([0.5, -0.5, 0], inputs["parameter"].Gradient.ToArray());
    }
}

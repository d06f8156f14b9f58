namespace Lossary.Losses.Tests;

public sealed class StartingPointPenaltyTests() : ArrayLaws<StartingPointPenalty>(1)
{
    [Fact]
    public void Half_the_squared_distance()
    {
        LossInputs<double> inputs = TestInputs.Pair("parameter", [3, 5], "anchor", [0, 1]);
        Assert.Equal(12.5, ValueOf(inputs), 14);
    }
}

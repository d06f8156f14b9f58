namespace Lossary.Losses.Tests;

public sealed class FlopsPenaltyTests() : ArrayLaws<FlopsPenalty>(1)
{
    [Fact]
    public void Mean_activations_of_2_and_a_half_by_hand()
    {
        LossInputs<double> inputs = new() { ["activation"] = TestInputs.Variable([2, 2], 3, 0, -1, 1) };
        Assert.Equal(4.25, ValueOf(inputs), 14);
    }
}

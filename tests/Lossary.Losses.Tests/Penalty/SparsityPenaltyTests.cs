namespace Lossary.Losses.Tests;

public sealed class SparsityPenaltyTests() : ArrayLaws<SparsityPenalty>
{
    [Fact]
    public void Units_at_the_target_cost_0_and_others_their_divergence()
    {
        // Mean activations 0.05 and 0.5.
        LossInputs<double> inputs = new() { ["activation"] = TestInputs.Variable([2, 2], 0.1, 0.5, 0, 0.5) };
        double expected = (0.05 * Math.Log(0.05 / 0.5)) + (0.95 * Math.Log(0.95 / 0.5));
        Assert.Equal(expected, ValueOf(inputs), 14);
    }

    [Fact]
    public void Units_that_are_never_or_always_active_have_a_finite_cost()
    {
        LossInputs<double> inputs = new() { ["activation"] = TestInputs.Variable([2, 2], 0, 1, 0, 1) };
        Assert.True(double.IsFinite(ValueOf(inputs)));
    }
}

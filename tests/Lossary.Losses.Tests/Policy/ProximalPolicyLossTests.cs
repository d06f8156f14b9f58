namespace Lossary.Losses.Tests;

public sealed class ProximalPolicyLossTests() : ArrayLaws<ProximalPolicyLoss>
{
    [Fact]
    public void A_ratio_of_one_and_a_half_for_a_good_action_is_cut_at_1_2() =>
        Assert.Equal(
            -2.4,
            CostOf(("log-probability", Math.Log(1.5)), ("old-log-probability", 0), ("advantage", 2)),
            13);

    [Fact]
    public void A_ratio_of_one_and_a_half_for_a_bad_action_is_not_cut() =>
        Assert.Equal(3, CostOf(("log-probability", Math.Log(1.5)), ("old-log-probability", 0), ("advantage", -2)), 13);

    [Fact]
    public void What_is_cut_pulls_no_more_and_what_is_far_off_does_not_overflow()
    {
        LossInputs<double> inputs = Given(
            ("log-probability", [0.5, 1e5]), ("old-log-probability", [0.0, 0.0]), ("advantage", [2.0, -1.0]));
        Assert.True(double.IsFinite(ValueOf(inputs)));
        Assert.Equal([0, 0], inputs["log-probability"].Gradient.ToArray());
    }
}

namespace Lossary.Losses.Tests;

public sealed class SoftGatePolicyLossTests() : ArrayLaws<SoftGatePolicyLoss>
{
    [Fact]
    public void On_the_old_policy_its_gradient_is_the_advantage()
    {
        LossInputs<double> inputs = Given(
            ("log-probability", [-1.0]), ("old-log-probability", [-1.0]), ("advantage", [-3.0]));
        Assert.Equal(3 * 4 / 1.05 * 0.5, ValueOf(inputs), 13);
        Assert.Equal(3, inputs["log-probability"].Gradient[0], 13);
    }

    [Fact]
    public void A_good_action_twice_as_likely_has_a_sigmoid_of_1() => Assert.Equal(
        -2 * 4 / (1 + Math.Exp(-1)),
        CostOf(("log-probability", Math.Log(0.5)), ("old-log-probability", Math.Log(0.25)), ("advantage", 2)),
        13);
}

namespace Lossary.Losses.Tests;

public sealed class NoiseContrastivePreferenceLossTests() : ArrayLaws<NoiseContrastivePreferenceLoss>
{
    [Fact]
    public void Gains_of_1_and_minus_1_cost_three_logistic_terms()
    {
        double up = Math.Log(1 + Math.Exp(0.1)), down = Math.Log(1 + Math.Exp(-0.1));
        double cost = CostOf(
            ("policy-chosen", -2), ("policy-rejected", -5), ("reference-chosen", -3), ("reference-rejected", -4));
        Assert.Equal(down + (0.5 * (up + down)), cost, 14);
    }

    [Fact]
    public void A_chosen_answer_that_gained_enough_is_held_back()
    {
        LossInputs<double> inputs = Given(("policy-chosen", [20.0]), ("policy-rejected", [0.0]));
        Subject.Evaluate(inputs);
        Assert.True(inputs["policy-chosen"].Gradient[0] > 0);
    }
}

namespace Lossary.Losses.Tests;

public sealed class OddsRatioPreferenceLossTests() : ArrayLaws<OddsRatioPreferenceLoss>
{
    [Fact]
    public void Probabilities_of_a_half_and_a_fifth_have_odds_1_and_a_quarter()
    {
        double expected = Math.Log(2) + (0.1 * Math.Log(1 + 0.25));
        Assert.Equal(expected, CostOf(("chosen", Math.Log(0.5)), ("rejected", Math.Log(0.2))), 14);
    }

    [Fact]
    public void A_certain_answer_costs_nothing_and_its_gradient_is_a_number()
    {
        LossInputs<double> inputs = Given(("chosen", [0.0]), ("rejected", [-1.0]));
        Assert.Equal(0, Subject.Evaluate(inputs).Mean, 14);
        Assert.True(double.IsFinite(inputs["chosen"].Gradient[0]));
        Assert.Equal(0, inputs["rejected"].Gradient[0], 14);
    }
}

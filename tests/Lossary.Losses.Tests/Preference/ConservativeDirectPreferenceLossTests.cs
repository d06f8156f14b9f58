namespace Lossary.Losses.Tests;

public sealed class ConservativeDirectPreferenceLossTests() : ArrayLaws<ConservativeDirectPreferenceLoss>
{
    [Fact]
    public void A_lead_of_2_costs_a_weighted_sum_of_both_sides() =>
        Assert.Equal(
            (0.9 * Math.Log(1 + Math.Exp(-0.2))) + (0.1 * Math.Log(1 + Math.Exp(0.2))),
            CostOf(
                ("policy-chosen", -2),
                ("policy-rejected", -5),
                ("reference-chosen", -3),
                ("reference-rejected", -4)),
            13);

    [Fact]
    public void Without_smoothing_it_is_dpo()
    {
        LossInputs<double> inputs = Example(1);
        IArrayLoss plain = LossCatalogue.Create<IArrayLoss>("conservative-dpo:smoothing=0");
        Assert.Equal(LossCatalogue.Create<IArrayLoss>("dpo").Evaluate(inputs).Mean, plain.Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void Where_beta_h_is_the_logit_of_1_less_smoothing_nothing_pulls()
    {
        LossInputs<double> inputs = Given(("policy-chosen", [Math.Log(9) / 0.1]), ("policy-rejected", [0.0]));
        Subject.Evaluate(inputs);
        Assert.Equal(0, inputs["policy-chosen"].Gradient[0], 15);
    }
}

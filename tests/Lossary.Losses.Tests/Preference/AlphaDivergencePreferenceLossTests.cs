namespace Lossary.Losses.Tests;

public sealed class AlphaDivergencePreferenceLossTests() : ArrayLaws<AlphaDivergencePreferenceLoss>
{
    [Fact]
    public void Gains_of_1_and_minus_1_differ_by_the_root_of_e_less_its_inverse() =>
        Assert.Equal(
            Math.Log(1 + Math.Exp(-0.2 * (Math.Exp(0.5) - Math.Exp(-0.5)))),
            CostOf(
                ("policy-chosen", -2),
                ("policy-rejected", -5),
                ("reference-chosen", -3),
                ("reference-rejected", -4)),
            13);

    [Fact]
    public void Near_0_it_is_dpo_and_at_1_the_forward_divergence()
    {
        LossInputs<double> inputs = Example(1);
        double reverse = LossCatalogue.Create<IArrayLoss>("dpo").Evaluate(inputs).Mean;
        double forward = LossCatalogue.Create<IArrayLoss>("forward-dpo").Evaluate(inputs).Mean;
        Assert.Equal(reverse, LossCatalogue.Create<IArrayLoss>("alpha-dpo:alpha=1e-9").Evaluate(inputs).Mean, 8);
        Assert.Equal(forward, LossCatalogue.Create<IArrayLoss>("alpha-dpo:alpha=1").Evaluate(inputs).Mean, 12);
    }
}

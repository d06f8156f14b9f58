namespace Lossary.Losses.Tests;

public sealed class GanDiscriminatorLossTests() : ArrayLaws<GanDiscriminatorLoss>
{
    [Fact]
    public void Logits_of_2_and_minus_1_cost_two_cross_entropies() =>
        Assert.Equal(Math.Log(1 + Math.Exp(-2)) + Math.Log(1 + Math.Exp(-1)), CostOf(("real", 2), ("fake", -1)), 13);

    [Fact]
    public void A_logit_of_a_thousand_does_not_overflow()
    {
        Assert.Equal(2000, CostOf(("real", -1000), ("fake", 1000)));
    }

    [Fact]
    public void One_sided_smoothing_mixes_both_sides_of_the_real_logit()
    {
        IArrayLoss smooth = LossCatalogue.Create<IArrayLoss>("gan-discriminator:smoothing=0.1");
        double ofReal = (0.9 * Math.Log(1 + Math.Exp(-2))) + (0.1 * Math.Log(1 + Math.Exp(2)));
        double expected = ofReal + Math.Log(1 + Math.Exp(-1));
        Assert.Equal(expected, smooth.Evaluate(Given(("real", [2.0]), ("fake", [-1.0]))).Mean, 14);
    }
}

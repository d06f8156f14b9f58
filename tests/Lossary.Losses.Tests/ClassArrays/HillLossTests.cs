namespace Lossary.Losses.Tests;

public sealed class HillLossTests() : ArrayLaws<HillLoss>
{
    [Fact]
    public void A_label_that_is_not_given_costs_by_its_probability_up_to_the_top()
    {
        double p = 1 / (1 + Math.Exp(-0.7));
        Assert.Equal((1.5 - p) * p * p, CostOf(("logit", 0.7), ("label", 0)), 14);
    }

    [Fact]
    public void A_given_label_costs_its_focal_loss_beyond_the_margin()
    {
        double q = 1 / (1 + Math.Exp(0.3));
        Assert.Equal(-Math.Pow(1 - q, 2) * Math.Log(q), CostOf(("logit", 0.7), ("label", 1)), 14);
    }
}

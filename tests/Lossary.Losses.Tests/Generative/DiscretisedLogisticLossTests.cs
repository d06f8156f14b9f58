namespace Lossary.Losses.Tests;

public sealed class DiscretisedLogisticLossTests() : ArrayLaws<DiscretisedLogisticLoss>
{
    [Fact]
    public void The_shares_of_all_levels_sum_to_1()
    {
        double sum = Enumerable.Range(0, 256)
            .Sum(level => Math.Exp(-CostOf(("mean", 0.3), ("log-scale", -2), ("target", (level / 127.5) - 1))));
        Assert.Equal(1, sum, 12);
    }

    [Fact]
    public void A_level_has_the_share_of_the_distribution_between_its_ends()
    {
        double Cumulative(double t) => 1 / (1 + Math.Exp(-(t - 0.3) * Math.Exp(2)));
        double target = (100 / 127.5) - 1, share = Cumulative(target + (1 / 255.0)) - Cumulative(target - (1 / 255.0));
        Assert.Equal(-Math.Log(share), CostOf(("mean", 0.3), ("log-scale", -2), ("target", target)), 11);
    }
}

namespace Lossary.Losses.Tests;

public sealed class HeatMapFocalLossTests() : ArrayLaws<HeatMapFocalLoss>
{
    [Fact]
    public void A_centre_counts_by_its_squared_error()
    {
        double p = 1 / (1 + Math.Exp(-0.4));
        Assert.Equal(-Math.Pow(1 - p, 2) * Math.Log(p), CostOf(("logit", 0.4), ("target", 1)), 14);
    }

    [Fact]
    public void Half_way_off_a_pixel_counts_a_sixteenth()
    {
        double p = 1 / (1 + Math.Exp(-0.4));
        Assert.Equal(-p * p * Math.Log(1 - p) / 16, CostOf(("logit", 0.4), ("target", 0.5)), 14);
    }
}

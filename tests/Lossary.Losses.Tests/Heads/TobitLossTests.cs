namespace Lossary.Losses.Tests;

public sealed class TobitLossTests() : ArrayLaws<TobitLoss>
{
    [Fact]
    public void What_is_not_cut_is_Gaussian() =>
        Assert.Equal(
            Math.Log(2) + 1.125 + (0.5 * Math.Log(2 * Math.PI)),
            CostOf(("mean", 1), ("log-scale", Math.Log(2)), ("target", 4)),
            13);

    [Fact]
    public void At_most_the_mean_is_a_half() =>
        Assert.Equal(Math.Log(2), CostOf(("mean", 1), ("log-scale", 0), ("target", 1), ("at-most", 1)), 13);

    [Fact]
    public void Tails_are_those_of_the_normal_distribution()
    {
        // ln Φ(−1), ln Φ(−20) and ln Φ(3) by 50-digit arithmetic.
        Assert.Equal(1.8410216450092636, CostOf(("mean", 1), ("log-scale", 0), ("target", 0), ("at-most", 1)), 13);
        Assert.Equal(203.91715537109726, CostOf(("mean", 0), ("log-scale", 0), ("target", 20), ("at-least", 1)), 11);
        double near1 = CostOf(("mean", 0), ("log-scale", 0), ("target", 3), ("at-most", 1));
        Assert.Equal(0.0013508099647481938, near1, 1e-16);
    }

    [Fact]
    public void Where_the_series_begins_both_forms_agree()
    {
        Assert.Equal(With(9.9999999999), With(10.0000000001), 8);

        double With(double z) => CostOf(("mean", 0), ("log-scale", 0), ("target", z), ("at-least", 1));
    }
}

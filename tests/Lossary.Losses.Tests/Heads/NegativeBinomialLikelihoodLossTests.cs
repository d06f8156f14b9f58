namespace Lossary.Losses.Tests;

public sealed class NegativeBinomialLikelihoodLossTests() : ArrayLaws<NegativeBinomialLikelihoodLoss>
{
    [Fact]
    public void A_dispersion_of_1_is_geometric()
    {
        // Mean 2: P(3) = (1/3) (2/3)³.
        Assert.Equal(-Math.Log(8.0 / 81), CostOf(("log-mean", Math.Log(2)), ("log-dispersion", 0), ("target", 3)), 13);
    }

    [Fact]
    public void No_dispersion_is_Poisson()
    {
        double expected = 2 - (3 * Math.Log(2)) + Math.Log(6);
        foreach (double dispersion in (double[])[-25, -100])
        {
            double found = CostOf(("log-mean", Math.Log(2)), ("log-dispersion", dispersion), ("target", 3));
            Assert.Equal(expected, found, 9);
        }
    }

    [Fact]
    public void Where_the_series_begins_both_forms_agree()
    {
        Assert.Equal(With(15.9999999999), With(16.0000000001), 11);

        double With(double r) => CostOf(("log-mean", Math.Log(2)), ("log-dispersion", -Math.Log(r)), ("target", 3));
    }
}

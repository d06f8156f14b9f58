namespace Lossary.Studies.Tests;

public sealed class BayesianDifferenceTests
{
    private static readonly double[] Differences = [0.3, 0.1, 0.4, 0.2, 0.2, 0.5, 0.1, 0.3, 0.2, 0.4];

    [Fact]
    public void The_posterior_is_that_of_R()
    {
        // R 4.2.2 with rho = 0.2, which is a test share of 0.25: pt((±0.15 − mean) / (sd √(1/10 + rho/(1 − rho))), 9).
        BayesianDifference posterior = BayesianDifference.Of(Differences, testShare: 0.25, halfWidth: 0.15);

        Assert.Equal(0.000244360881661, posterior.Below, 1e-12);
        Assert.Equal(0.0816002298853, posterior.Equivalent, 1e-12);
        Assert.Equal(0.918155409233, posterior.Above, 1e-12);
    }

    [Fact]
    public void The_variance_is_that_of_baycomp()
    {
        // baycomp's own unit test: scores 4 2 6 against 5 7 3, three folds: mean 1 (the other way round), variance
        // (4² + 4²)/2 · (1/3 + 1/2), 2 degrees of freedom, of which F(t) = ½ + t / (2 √(2 + t²)).
        BayesianDifference posterior = BayesianDifference.Of([1, 5, -3], testShare: 0.5, halfWidth: 0);

        double t = 1 / Math.Sqrt(16 * ((1.0 / 3) + 0.5));
        Assert.Equal(0.5 + (t / (2 * Math.Sqrt(2 + (t * t)))), posterior.Above, 1e-12);
        Assert.Equal(0, posterior.Equivalent, 1e-12);
    }

    [Fact]
    public void Without_a_region_it_is_the_one_sided_corrected_test()
    {
        BayesianDifference posterior = BayesianDifference.Of(Differences, testShare: 0.25, halfWidth: 0);

        Assert.Equal(ResampledDifference.Of(Differences, 0.25).PValue / 2, posterior.Below, 1e-12);
    }

    [Theory]
    [InlineData(42, 2, 0, 0, 1)]
    [InlineData(2, 2, 0, 1, 0)]
    [InlineData(-0.5, 2, 0, 1, 0)]
    [InlineData(-42, 2, 1, 0, 0)]
    public void Differences_that_are_all_alike_leave_no_doubt(
        double value, double halfWidth, double below, double equivalent, double above)
    {
        // As baycomp's unit tests of a posterior without variance.
        BayesianDifference posterior = BayesianDifference.Of([value, value, value], 0.25, halfWidth);

        Assert.Equal(new(below, equivalent, above), posterior);
    }

    [Fact]
    public void A_wide_region_makes_two_losses_equivalent()
    {
        Assert.True(BayesianDifference.Of([0.01, -0.01, 0.02, 0], 0.25, halfWidth: 0.5).Equivalent > 0.99);
    }

    [Theory]
    [InlineData("mae", 200, 2)]
    [InlineData("log-loss", 0.5, 0.005)]
    [InlineData("accuracy", 0.9, 0.01)]
    [InlineData("ece", 0.03, 0.01)]
    [InlineData("roc-auc", 0.8, 0.01)]
    [InlineData("r2", 0.7, 0.01)]
    public void One_percent_is_a_point_of_a_share_and_a_share_of_an_error(string metric, double best, double expected)
    {
        PracticalEquivalence region = PracticalEquivalence.For(Training.MetricCatalogue.Find(metric), 0.01);

        Assert.Equal(expected, region.HalfWidthAt(best), 1e-15);
    }
}

using MathNet.Numerics.Distributions;

namespace Lossary.Studies.Tests;

public sealed class HillEstimateTests
{
    /// <summary>
    /// The intercept of R's lm on the 50 log spacings of 400 quantiles, inverted; Hill's own mean is 2.350.
    /// </summary>
    [Fact]
    public void Quantiles_of_students_t_of_three_degrees_have_an_index_near_three()
    {
        HillEstimate estimate = HillEstimate.Of(Quantiles(400, level => StudentT.InvCDF(0, 1, 3, level)))!.Value;

        Assert.Equal(50, estimate.Used);
        Assert.Equal(2.85517398441883, estimate.Index, 6);
        Assert.InRange(3, estimate.Low, estimate.High);
    }

    /// <summary>As above; Hill's own mean says 4.255, which would pass for a heavy tail.</summary>
    [Fact]
    public void Quantiles_of_a_normal_distribution_have_a_light_tail()
    {
        HillEstimate estimate = HillEstimate.Of(Quantiles(400, level => Normal.InvCDF(0, 1, level)))!.Value;

        Assert.Equal(7.88411055860178, estimate.Index, 6);
    }

    [Fact]
    public void Quantiles_of_a_pareto_distribution_give_its_exponent()
    {
        double[] sample = [.. Enumerable.Range(0, 4000).Select(i => Math.Pow(1 - ((i + 0.5) / 4000), -1 / 1.7))];

        Assert.Equal(1.7, HillEstimate.Of(sample)!.Value.Index, 1);
    }

    [Fact]
    public void A_tail_that_ends_is_as_light_as_can_be_said()
    {
        double[] uniform = [.. Enumerable.Range(1, 1000).Select(i => 1 + (i / 1e6))];

        Assert.Equal(HillEstimate.Lightest, HillEstimate.Of(uniform)!.Value.Index);
    }

    [Fact]
    public void Few_values_have_no_tail() => Assert.Null(HillEstimate.Of([.. Enumerable.Range(1, 79).Select(i => (double)i)]));

    /// <summary>Absolute values of a symmetric distribution, at evenly spaced levels.</summary>
    private static double[] Quantiles(int count, Func<double, double> quantile) =>
        [.. Enumerable.Range(0, count).Select(i => quantile(0.5 + ((i + 0.5) / count / 2)))];
}

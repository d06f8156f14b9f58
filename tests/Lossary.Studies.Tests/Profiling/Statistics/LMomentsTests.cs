namespace Lossary.Studies.Tests;

public sealed class LMomentsTests
{
    /// <summary>
    /// By definition: expected combinations of the order statistics of all pairs, triples and quadruples (R 4).
    /// </summary>
    [Fact]
    public void Unbiased_moments_equal_the_means_over_all_subsamples()
    {
        double[] sample = OrderStatistics.Sorted([1.2, 3.4, 0.7, 8.9, 2.2, 5.5, 4.1, 13.7, 0.3, 6.6, 2.9, 7.1]);

        LMoments moments = LMoments.Of(sample);

        Assert.Equal(4.71666666666667, moments.First, 12);
        Assert.Equal(2.21969696969697, moments.Second, 12);
        Assert.Equal(0.549393939393939, moments.Third, 12);
        Assert.Equal(0.326767676767677, moments.Fourth, 12);
    }

    /// <summary>Hosking (1990), table 1: uniform (0, 0), normal (0, 0.1226), exponential (1/3, 1/6).</summary>
    [Fact]
    public void Ratios_of_known_distributions_are_hoskings()
    {
        double[] levels = [.. Enumerable.Range(0, 20_000).Select(i => (i + 0.5) / 20_000)];

        LMoments uniform = LMoments.Of(levels);
        LMoments normal = LMoments.Of([.. levels.Select(p => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, p))]);
        LMoments exponential = LMoments.Of([.. levels.Select(p => -Math.Log(1 - p))]);

        Assert.Equal(0, uniform.Skewness, 4);
        Assert.Equal(0, uniform.Kurtosis, 3);
        Assert.Equal(0, normal.Skewness, 4);
        Assert.Equal(0.1226, normal.Kurtosis, 3);
        Assert.Equal(1.0 / 3, exponential.Skewness, 3);
        Assert.Equal(1.0 / 6, exponential.Kurtosis, 3);
    }

    [Fact]
    public void Equal_values_have_no_shape() => Assert.True(double.IsNaN(LMoments.Of([2, 2, 2, 2, 2]).Skewness));
}

namespace Lossary.Studies.Tests;

public sealed class OrderStatisticsTests
{
    /// <summary>NumPy: np.quantile([1, 2, 4, 8], [0, 0.25, 0.5, 1]).</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 3)]
    [InlineData(1, 8)]
    public void Quantiles_are_linear_between_order_statistics(double level, double expected) =>
        Assert.Equal(expected, OrderStatistics.Quantile([1, 2, 4, 8], level), 12);

    [Fact]
    public void The_spread_of_a_normal_sample_is_its_standard_deviation()
    {
        double[] normal = [.. Enumerable.Range(0, 9999).Select(i => 3 * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (i + 1) / 10_000.0))];

        Assert.Equal(3, OrderStatistics.SpreadAboutZero(normal), 3);
    }

    [Fact]
    public void Equal_values_share_their_mean_rank() => Assert.Equal([2.5, 1, 2.5, 4], Ranks.Of([3, 1, 3, 7]));
}

namespace Lossary.Studies.Tests;

public sealed class ZeroCountsTests
{
    /// <summary>Of one mean for all: (n₀ − n e^(−μ)) / √(n (p − p² − μ p²)), van den Broek (1995), in R.</summary>
    [Fact]
    public void Excess_over_poisson_is_in_standard_errors_of_a_fitted_mean()
    {
        (double[] counts, double[] means) = Sample(zeros: 30);

        Assert.Equal(2.44725904359493, ZeroCounts.ZScore(counts, means, 0), 10);
    }

    /// <summary>As above with R's dnbinom(0, size = 2, mu = 1.5).</summary>
    [Fact]
    public void Excess_over_the_negative_binomial_uses_its_own_zeros()
    {
        (double[] counts, double[] means) = Sample(zeros: 40);

        Assert.Equal(2.04939015319192, ZeroCounts.ZScore(counts, means, 0.5), 10);
    }

    [Fact]
    public void A_vanishing_alpha_is_poisson()
    {
        (double[] counts, double[] means) = Sample(zeros: 25);

        Assert.Equal(ZeroCounts.ZScore(counts, means, 0), ZeroCounts.ZScore(counts, means, 1e-8), 5);
    }

    private static (double[] Counts, double[] Means) Sample(int zeros) =>
        ([.. Enumerable.Range(0, 100).Select(i => i < zeros ? 0.0 : 2.0)], [.. Enumerable.Repeat(1.5, 100)]);
}

using Lossary.Numerics;
using MathNet.Numerics.Distributions;

namespace Lossary.Studies.Tests;

/// <summary>Draws against the distributions of MathNet.Numerics, which computes them by other means.</summary>
public sealed class DrawsTests
{
    private const int Count = 20_000;

    [Fact]
    public void Waiting_times_are_exponential() =>
        AssertDistribution(random => random.NextExponential(), x => Exponential.CDF(1, x));

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17.5)]
    public void Gamma_draws_have_their_distribution(double shape) =>
        AssertDistribution(random => random.NextGamma(shape), x => Gamma.CDF(shape, 1, x));

    [Theory]
    [InlineData(1.5)]
    [InlineData(2)]
    [InlineData(8)]
    public void Student_draws_have_their_distribution(double degrees) =>
        AssertDistribution(random => random.NextStudentT(degrees), x => StudentT.CDF(0, 1, degrees, x));

    [Theory]
    [InlineData(0.2, 3)]
    [InlineData(0.5, 20)]
    public void Beta_draws_have_their_distribution(double mean, double precision) => AssertDistribution(
        random => random.NextBeta(mean, precision), x => Beta.CDF(mean * precision, (1 - mean) * precision, x));

    [Theory]
    [InlineData(0.4)]
    [InlineData(6)]
    [InlineData(80)]
    public void Poisson_draws_have_their_frequencies(double mean) =>
        AssertFrequencies(random => random.NextPoisson(mean), k => MathNet.Numerics.Distributions.Poisson.PMF(mean, k));

    [Theory]
    [InlineData(3, 0.8)]
    [InlineData(20, 0.1)]
    public void Negative_binomial_draws_have_their_frequencies(double mean, double alpha) => AssertFrequencies(
        random => random.NextNegativeBinomial(mean, alpha),
        k => NegativeBinomial.PMF(1 / alpha, 1 / (1 + (alpha * mean)), k));

    [Fact]
    public void No_event_happens_in_no_time() => Assert.Equal(0, new RandomStream(1).NextPoisson(0));

    [Theory]
    [InlineData(300, 1.5, 80)]
    [InlineData(5, 1.2, 2)]
    public void Tweedie_draws_have_their_mean_their_variance_and_their_zeros(double mean, double power, double dispersion)
    {
        RandomStream random = new(3);
        double[] draws = [.. Enumerable.Range(0, Count).Select(_ => random.NextTweedie(mean, power, dispersion))];

        // Jørgensen 1997: E = μ, Var = φ μ^p, P(0) = exp(−μ^(2 − p) / (φ (2 − p))).
        double variance = dispersion * Math.Pow(mean, power);
        double zeros = Math.Exp(-Math.Pow(mean, 2 - power) / (dispersion * (2 - power)));
        double seen = draws.Average(), seenVariance = draws.Average(draw => (draw - seen) * (draw - seen));
        Assert.InRange(seen, mean - (4 * Math.Sqrt(variance / Count)), mean + (4 * Math.Sqrt(variance / Count)));
        Assert.InRange(seenVariance / variance, 0.9, 1.1);
        double error = Math.Sqrt(zeros * (1 - zeros) / Count);
        Assert.InRange(draws.Count(draw => draw == 0) / (double)Count, zeros - (4 * error), zeros + (4 * error));
    }

    /// <summary>Kolmogorov's statistic: 1.95 / √n is passed once in a thousand times, and seeds are fixed.</summary>
    private static void AssertDistribution(Func<RandomStream, double> draw, Func<double, double> distribution)
    {
        RandomStream random = new(5);
        double[] sorted = [.. Enumerable.Range(0, Count).Select(_ => draw(random)).Order()];
        double largest = sorted.Index().Max(at =>
        {
            double expected = distribution(at.Item);
            return Math.Max(expected - ((double)at.Index / Count), ((at.Index + 1.0) / Count) - expected);
        });
        Assert.InRange(largest, 0, 1.95 / Math.Sqrt(Count));
    }

    /// <summary>Pearson's χ² over the values of which at least 20 are expected; the rest together.</summary>
    private static void AssertFrequencies(Func<RandomStream, int> draw, Func<int, double> probability)
    {
        RandomStream random = new(7);
        Dictionary<int, int> seen = Enumerable.Range(0, Count).Select(_ => draw(random)).CountBy(k => k).ToDictionary();
        double statistic = 0, expectedRest = Count;
        int seenRest = Count, cells = 0;
        for (int k = 0; k < 1000; k++)
        {
            double expected = Count * probability(k);
            if (expected >= 20)
            {
                int count = seen.GetValueOrDefault(k);
                statistic += (count - expected) * (count - expected) / expected;
                expectedRest -= expected;
                seenRest -= count;
                cells++;
            }
        }

        if (expectedRest >= 5)
        {
            statistic += (seenRest - expectedRest) * (seenRest - expectedRest) / expectedRest;
            cells++;
        }

        Assert.InRange(statistic, 0, ChiSquared.InvCDF(cells - 1, 0.999));
    }
}

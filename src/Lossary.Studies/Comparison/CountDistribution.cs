using Lossary.Numerics;
using MathNet.Numerics.Distributions;

namespace Lossary.Studies;

/// <summary>A distribution of counts whose zeros have a source of their own, by a network's outputs.</summary>
/// <remarks>
/// Outputs are the logit of that source, the logarithm of the mean, and perhaps that of the dispersion.
/// </remarks>
/// <param name="isHurdle">Whether all zeros come from that source.</param>
/// <param name="hasDispersion">Whether counts are negative binomial, and not Poisson.</param>
internal sealed class CountDistribution(bool isHurdle, bool hasDispersion)
{
    /// <summary>Counts beyond have quantiles that no table shows.</summary>
    private const double Largest = 1e9;

    public static CountDistribution ZeroInflatedPoisson { get; } = new(isHurdle: false, hasDispersion: false);

    public static CountDistribution ZeroInflatedNegativeBinomial { get; } = new(isHurdle: false, hasDispersion: true);

    public static CountDistribution HurdlePoisson { get; } = new(isHurdle: true, hasDispersion: false);

    /// <summary>The mean, zeros of either source included.</summary>
    public double MeanOf(ReadOnlyMemory<float> row)
    {
        double mean = RealFunctions.Exp(row.Span[1]), counted = RealFunctions.Sigmoid(-row.Span[0]);
        return counted * (isHurdle ? mean / -RealFunctions.ExpM1(-mean) : mean);
    }

    /// <summary>The least count that a share of the counts does not exceed.</summary>
    public double QuantileOf(ReadOnlyMemory<float> row, double level)
    {
        double zero = RealFunctions.Sigmoid(row.Span[0]), mean = RealFunctions.Exp(row.Span[1]);
        double alpha = hasDispersion ? Math.Clamp(RealFunctions.Exp(row.Span[2]), 1e-6, 1e6) : 0;
        if (!(mean <= Largest))
        {
            return mean;
        }

        double atZero = CumulativeOf(0, mean, alpha);
        bool IsReached(double count) => level <= (isHurdle
            ? zero + ((1 - zero) * (CumulativeOf(count, mean, alpha) - atZero) / (1 - atZero))
            : zero + ((1 - zero) * CumulativeOf(count, mean, alpha)));
        if (level <= zero || IsReached(0))
        {
            return 0;
        }

        double below = 0, above = 1;
        while (!IsReached(above) && above < Largest)
        {
            (below, above) = (above, 2 * above);
        }

        while (above - below > 1)
        {
            double middle = Math.Floor((below + above) / 2);
            (below, above) = IsReached(middle) ? (below, middle) : (middle, above);
        }

        return above;
    }

    private static double CumulativeOf(double count, double mean, double alpha) => alpha == 0
        ? Poisson.CDF(mean, count)
        : NegativeBinomial.CDF(1 / alpha, 1 / (1 + (alpha * mean)), count);
}

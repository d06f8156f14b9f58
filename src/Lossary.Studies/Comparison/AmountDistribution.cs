using Lossary.Numerics;
using MathNet.Numerics.Distributions;

namespace Lossary.Studies;

/// <summary>
/// A distribution of amounts of which some are 0 and the others log-normal, by a network's outputs: the logit of a
/// zero, and the mean and the logarithm of the standard deviation of the logarithm.
/// </summary>
internal static class AmountDistribution
{
    /// <summary>The mean, zeros included.</summary>
    /// <remarks>exp(μ + σ²/2) is a log-normal's mean; a wide σ early in training must not make it infinite.</remarks>
    public static double MeanOf(ReadOnlyMemory<float> row)
    {
        const double LargestVariance = 50;
        double variance = Math.Min(RealFunctions.Exp(2 * (double)row.Span[2]), LargestVariance);
        return RealFunctions.Sigmoid(-(double)row.Span[0]) * RealFunctions.Exp(row.Span[1] + (variance / 2));
    }

    /// <summary>The amount that a share of the amounts does not exceed.</summary>
    public static double QuantileOf(ReadOnlyMemory<float> row, double level)
    {
        double zero = RealFunctions.Sigmoid(row.Span[0]);
        double ofSome = (level - zero) / (1 - zero);
        return ofSome > 0
            ? RealFunctions.Exp(row.Span[1] + (RealFunctions.Exp(row.Span[2]) * Normal.InvCDF(0, 1, ofSome)))
            : 0;
    }
}

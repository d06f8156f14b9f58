using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>Zeros that counts have beyond what their means let expect.</summary>
/// <remarks>
/// The standard error allows for the height of the means being fitted to the same counts. J. van den Broek, A Score
/// Test for Zero Inflation in a Poisson Distribution, Biometrics 51 (1995), doi:10.2307/2532959.
/// </remarks>
internal static class ZeroCounts
{
    /// <summary>Where hardly any zero is expected, one that is there must not be many standard errors.</summary>
    private const double SmallestVariance = 1;

    /// <summary>Below it, the negative binomial is Poisson's in all digits.</summary>
    private const double SmallestAlpha = 1e-9;

    /// <summary>Observed less expected zeros in standard errors.</summary>
    /// <param name="counts">[n].</param>
    /// <param name="means">Positive, [n].</param>
    /// <param name="alpha">Of the negative binomial's variance μ + αμ²; 0 for Poisson.</param>
    public static double ZScore(double[] counts, double[] means, double alpha)
    {
        double excess = 0, variance = 0, shared = 0, information = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            double mean = means[i], spread = 1 + (alpha * mean);
            double zero =
                RealFunctions.Exp(alpha > SmallestAlpha ? -RealFunctions.Log1P(alpha * mean) / alpha : -mean);
            excess += (counts[i] == 0 ? 1 : 0) - zero;
            variance += zero * (1 - zero);

            // How zeros and the score of the means' common height vary together.
            shared += zero * mean / spread;
            information += mean / spread;
        }

        double left = variance - (shared * shared / information);
        return excess / Math.Sqrt(Math.Max(left, SmallestVariance));
    }
}

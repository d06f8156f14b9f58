namespace Lossary.Studies;

/// <summary>The first four L-moments: expectations of linear combinations of order statistics.</summary>
/// <remarks>
/// By unbiased probability-weighted moments. J. R. M. Hosking, L-moments: Analysis and Estimation of Distributions
/// Using Linear Combinations of Order Statistics, Journal of the Royal Statistical Society B 52 (1990),
/// doi:10.1111/j.2517-6161.1990.tb01775.x.
/// </remarks>
/// <param name="First">The mean.</param>
/// <param name="Second">The L-scale: half the expected difference of two draws.</param>
/// <param name="Third">Asymmetry.</param>
/// <param name="Fourth">Weight of the tails.</param>
internal readonly record struct LMoments(double First, double Second, double Third, double Fourth)
{
    /// <summary>Third over second; NaN where all values are the same.</summary>
    public double Skewness => Second > 0 ? Third / Second : double.NaN;

    /// <summary>Fourth over second; NaN where all values are the same.</summary>
    public double Kurtosis => Second > 0 ? Fourth / Second : double.NaN;

    /// <summary>The L-moments of a sample.</summary>
    /// <param name="sorted">Ascending; at least 4.</param>
    public static LMoments Of(double[] sorted)
    {
        double n = sorted.Length, b0 = 0, b1 = 0, b2 = 0, b3 = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            double one = i / (n - 1), two = one * (i - 1) / (n - 2), three = two * (i - 2) / (n - 3);
            b0 += sorted[i] / n;
            b1 += one * sorted[i] / n;
            b2 += two * sorted[i] / n;
            b3 += three * sorted[i] / n;
        }

        return new(b0, (2 * b1) - b0, (6 * b2) - (6 * b1) + b0, (20 * b3) - (30 * b2) + (12 * b1) - b0);
    }
}

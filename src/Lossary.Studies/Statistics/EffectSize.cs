namespace Lossary.Studies;

/// <summary>How large a difference between two losses is: what counts before asking whether it is chance.</summary>
/// <remarks>
/// The standardised difference is Cohen's d of paired samples: the mean difference in standard deviations of the folds'
/// differences. Its interval holds every true value that would put the corrected t-statistic inside its middle 95 %, by
/// the noncentral t distribution: G. Cumming, S. Finch, Educational and Psychological Measurement 61 (2001) 532–574,
/// doi:10.1177/0013164401614002; the correction is that of <see cref="ResampledDifference"/>.
/// </remarks>
/// <param name="Relative">
/// The mean difference as a share of the other's mean score: −0.06 is 6 % below it. NaN where that is 0.
/// </param>
/// <param name="RelativeLow">The lower end of its 95 % interval, the other's score taken as known.</param>
/// <param name="RelativeHigh">The upper end of it.</param>
/// <param name="Standardised">
/// The mean difference in standard deviations of the differences; infinite where all are alike.
/// </param>
/// <param name="StandardisedLow">The lower end of its 95 % interval.</param>
/// <param name="StandardisedHigh">The upper end of it.</param>
public readonly record struct EffectSize(
    double Relative,
    double RelativeLow,
    double RelativeHigh,
    double Standardised,
    double StandardisedLow,
    double StandardisedHigh)
{
    /// <summary>Measures how far a loss's scores are from another's on the same folds.</summary>
    /// <param name="scores">Shape [folds]; at least two.</param>
    /// <param name="others">Shape [folds]: the other's.</param>
    /// <param name="testShare">Rows of a test fold divided by rows of its training part; positive.</param>
    /// <exception cref="ArgumentException">The two differ in length, or hold fewer than two.</exception>
    public static EffectSize Of(ReadOnlySpan<double> scores, ReadOnlySpan<double> others, double testShare)
    {
        if (scores.Length != others.Length)
        {
            throw new ArgumentException(
                $"others has {others.Length} elements, scores has {scores.Length}.", nameof(others));
        }

        double[] differences = new double[scores.Length];
        double level = 0;
        for (int i = 0; i < differences.Length; i++)
        {
            differences[i] = scores[i] - others[i];
            level += others[i] / others.Length;
        }

        ResampledDifference difference = ResampledDifference.Of(differences, testShare);
        double unit = level == 0 ? double.NaN : Math.Abs(level);
        (double d, double low, double high) = Standardise(differences, difference.Mean, testShare);
        return new(difference.Mean / unit, difference.Low / unit, difference.High / unit, d, low, high);
    }

    private static (double D, double Low, double High) Standardise(double[] differences, double mean, double testShare)
    {
        int n = differences.Length;
        double deviation = Math.Sqrt(differences.Sum(x => (x - mean) * (x - mean)) / (n - 1));
        if (deviation == 0)
        {
            double all = mean == 0 ? 0 : mean * double.PositiveInfinity;
            return (all, all, all);
        }

        // The corrected t-statistic is d divided by this.
        double error = Math.Sqrt((1.0 / n) + testShare);
        double t = mean / deviation / error;
        const double Tail = (1 - ResampledDifference.Confidence) / 2;
        double low = NoncentralT.NoncentralityAt(t, n - 1, 1 - Tail);
        double high = NoncentralT.NoncentralityAt(t, n - 1, Tail);
        return (t * error, low * error, high * error);
    }
}

using MathNet.Numerics.Distributions;

namespace Lossary.Studies;

/// <summary>Paired differences over the test folds of repeated cross-validation, and whether their mean is 0.</summary>
/// <remarks>
/// Folds share training rows, so their scores are correlated and the plain paired t-test finds gaps that are not there.
/// The corrected test replaces the variance factor 1/J by 1/J + n_test/n_train.
/// Reference: C. Nadeau, Y. Bengio, "Inference for the Generalization Error", Machine Learning 52 (2003) 239–281,
/// doi:10.1023/A:1024068626366.
/// </remarks>
/// <param name="Mean">The mean difference.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end of its 95 % interval.</param>
/// <param name="PValue">
/// The two-sided probability of a mean as far from 0, were there no difference; 1 where all are 0, 2^(1 − J) where all
/// J are alike (the sign test).
/// </param>
public readonly record struct ResampledDifference(double Mean, double Low, double High, double PValue)
{
    /// <summary>The share of differences that an interval is to hold.</summary>
    public const double Confidence = 0.95;

    /// <summary>Tests differences that were made on <paramref name="testShare"/> of the rows each.</summary>
    /// <param name="differences">One for each fold of each repeat; at least two.</param>
    /// <param name="testShare">Rows of a test fold divided by rows of its training part; positive.</param>
    /// <exception cref="ArgumentException">There are fewer than two differences.</exception>
    public static ResampledDifference Of(ReadOnlySpan<double> differences, double testShare)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(testShare);
        if (differences.Length < 2)
        {
            throw new ArgumentException(
                $"A test needs at least 2 differences, but there are {differences.Length}.", nameof(differences));
        }

        int n = differences.Length;
        double mean = 0;
        foreach (double difference in differences)
        {
            mean += difference / n;
        }

        double squares = 0;
        foreach (double difference in differences)
        {
            squares += (difference - mean) * (difference - mean);
        }

        double error = Math.Sqrt(squares / (n - 1) * ((1.0 / n) + testShare));
        double reach = Quantile(n - 1) * error;
        return new(mean, mean - reach, mean + reach, PValueOf(mean, error, n - 1));
    }

    /// <summary>The corrected standard error of the mean.</summary>
    internal double StandardError(int degrees) => (High - Low) / (2 * Quantile(degrees));

    private static double Quantile(int degrees) => StudentT.InvCDF(0, 1, degrees, 0.5 + (Confidence / 2));

    private static double PValueOf(double mean, double error, int degrees)
    {
        // Differences that are alike but for rounding have an error that is all rounding.
        if (error > 1e-12 * Math.Abs(mean))
        {
            return 2 * StudentT.CDF(0, 1, degrees, -Math.Abs(mean / error));
        }

        // All differences alike, as coarse scores may be: what is left is that all have one sign.
        return mean == 0 ? 1 : Math.Pow(2, -degrees);
    }
}

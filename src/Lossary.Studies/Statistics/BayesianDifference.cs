using MathNet.Numerics.Distributions;

namespace Lossary.Studies;

/// <summary>
/// The probabilities that a mean difference over correlated folds is below, inside or above a region in which nobody
/// would care.
/// </summary>
/// <remarks>
/// The Bayesian correlated t-test: the posterior of the mean difference, from a prior that says nothing, is Student's t
/// about the mean, with the error of the corrected test. Unlike a p-value it can say that two losses are practically
/// the same. It knows nothing of how many pairs were looked at. References: G. Corani, A. Benavoli, Machine Learning
/// 100 (2015) 285–304, doi:10.1007/s10994-015-5486-z; A. Benavoli et al., "Time for a Change", Journal of Machine
/// Learning Research 18 (2017) 1–36.
/// </remarks>
/// <param name="Below">The probability of a mean difference below minus the region's half width.</param>
/// <param name="Equivalent">The probability that it is inside the region.</param>
/// <param name="Above">The probability that it is above the half width.</param>
public readonly record struct BayesianDifference(double Below, double Equivalent, double Above)
{
    /// <summary>The posterior of differences that were made on <paramref name="testShare"/> of the rows each.</summary>
    /// <param name="differences">One for each fold of each repeat; at least two.</param>
    /// <param name="testShare">Rows of a test fold divided by rows of its training part; positive.</param>
    /// <param name="halfWidth">Differences as near to 0 as this are practically none; at least 0.</param>
    /// <exception cref="ArgumentException">There are fewer than two differences.</exception>
    public static BayesianDifference Of(ReadOnlySpan<double> differences, double testShare, double halfWidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(halfWidth);
        ResampledDifference difference = ResampledDifference.Of(differences, testShare);
        int degrees = differences.Length - 1;
        double error = difference.StandardError(degrees);
        if (error == 0)
        {
            return new(
                difference.Mean < -halfWidth ? 1 : 0,
                Math.Abs(difference.Mean) <= halfWidth ? 1 : 0,
                difference.Mean > halfWidth ? 1 : 0);
        }

        double below = StudentT.CDF(0, 1, degrees, (-halfWidth - difference.Mean) / error);
        double above = StudentT.CDF(0, 1, degrees, (difference.Mean - halfWidth) / error);
        return new(below, Math.Max(0, 1 - below - above), above);
    }
}

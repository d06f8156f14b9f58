using Lossary.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Lossary.Studies;

/// <summary>Whether losses that were ranked on several data sets differ at all.</summary>
/// <remarks>
/// Friedman's statistic with the correction for ties, and the sharper F statistic of Iman and Davenport. Both p-values
/// are right for many data sets only (more than about 10, and more than 5 losses); of few, the F statistic is infinite
/// where all agree, however few they are. The p-value that decides is therefore that of the permutation test: how often
/// ranks dealt at random within each data set differ as much.
/// References: M. Friedman, Journal of the American Statistical Association 32 (1937) 675–701; R. L. Iman, J. M.
/// Davenport, Communications in Statistics A 9 (1980) 571–595; J. Demšar, "Statistical Comparisons of Classifiers over
/// Multiple Data Sets", Journal of Machine Learning Research 7 (2006) 1–30.
/// </remarks>
/// <param name="MeanRanks">Shape [losses]: the mean over the data sets; 1 is always best.</param>
/// <param name="ChiSquared">Friedman's statistic, corrected for ties.</param>
/// <param name="ChiSquaredPValue">Its p-value, with losses − 1 degrees of freedom.</param>
/// <param name="F">Iman and Davenport's statistic; infinite where all data sets rank alike.</param>
/// <param name="FPValue">Its p-value.</param>
/// <param name="PValue">The p-value of the permutation test.</param>
public sealed record FriedmanTest(
    IReadOnlyList<double> MeanRanks,
    double ChiSquared,
    double ChiSquaredPValue,
    double F,
    double FPValue,
    double PValue)
{
    /// <summary>How often ranks are dealt anew; the smallest p-value is 1 divided by one more.</summary>
    public const int Permutations = 19_999;

    /// <summary>Tests ranks.</summary>
    /// <param name="ranks">
    /// Shape [data sets][losses], as <see cref="AverageRanks"/> gives them; at least two of each.
    /// </param>
    /// <param name="random">Deals the ranks; only its children are drawn from.</param>
    /// <exception cref="ArgumentException">
    /// There are fewer than two data sets or losses, or rows of different lengths.
    /// </exception>
    public static FriedmanTest Of(IReadOnlyList<double[]> ranks, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(ranks);
        ArgumentNullException.ThrowIfNull(random);
        if (ranks.Count < 2 || ranks[0].Length < 2 || ranks.Any(row => row.Length != ranks[0].Length))
        {
            throw new ArgumentException(
                "ranks needs at least 2 data sets, each with the same 2 losses or more.", nameof(ranks));
        }

        int sets = ranks.Count, losses = ranks[0].Length;
        double within = ranks.Sum(row => row.Sum(rank => Squared(rank - ((losses + 1) / 2.0))));
        double between = Spread(ranks);
        double[] means = [.. Enumerable.Range(0, losses).Select(loss => ranks.Average(row => row[loss]))];
        if (within == 0)
        {
            return new(means, 0, 1, 0, 1, 1);
        }

        double chi = (losses - 1) * between / within;
        double left = (sets * (losses - 1)) - chi;
        double f = left > 1e-9 * chi ? (sets - 1) * chi / left : double.PositiveInfinity;
        return new(
            means,
            chi,
            SpecialFunctions.GammaUpperRegularized((losses - 1) / 2.0, chi / 2),
            f,
            double.IsInfinity(f) ? 0 : FisherSnedecor.CDF((losses - 1) * (sets - 1), losses - 1, 1 / f),
            Permuted(ranks, between, random));
    }

    /// <summary>Σ over losses of the squared distance of the rank sum from what chance expects.</summary>
    private static double Spread(IReadOnlyList<double[]> ranks)
    {
        double expected = ranks.Count * (ranks[0].Length + 1) / 2.0, sum = 0;
        for (int loss = 0; loss < ranks[0].Length; loss++)
        {
            double total = 0;
            foreach (double[] row in ranks)
            {
                total += row[loss];
            }

            sum += Squared(total - expected);
        }

        return sum;
    }

    private static double Permuted(IReadOnlyList<double[]> ranks, double observed, RandomStream random)
    {
        RandomStream stream = random.Split("friedman");
        double[][] dealt = [.. ranks.Select(row => (double[])row.Clone())];
        int asFar = 1;
        for (int i = 0; i < Permutations; i++)
        {
            foreach (double[] row in dealt)
            {
                stream.Shuffle(row.AsSpan());
            }

            // Sums of halves are exact, but the expected value need not be.
            asFar += Spread(dealt) >= observed * (1 - 1e-12) ? 1 : 0;
        }

        return asFar / (Permutations + 1.0);
    }

    private static double Squared(double value) => value * value;
}

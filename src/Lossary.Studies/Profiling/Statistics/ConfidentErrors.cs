namespace Lossary.Studies;

/// <summary>How often the baseline fit is wrong where it is most sure.</summary>
/// <remarks>
/// Classes that overlap leave rows of which nothing can be sure, and others that are certain; labels flipped by chance are
/// wrong everywhere. So errors among the surest tell the two apart, which the number of errors does not. The anchor points
/// of G. Patrini et al., Making Deep Neural Networks Robust to Label Noise, CVPR 2017, arXiv:1609.03683, as a share of rows.
/// </remarks>
internal static class ConfidentErrors
{
    private const double SurestShare = 0.2;

    /// <summary>The share of other labels among the surest fifth of the rows of each predicted class.</summary>
    /// <param name="probabilities">[n, classes].</param>
    /// <param name="labels">[n].</param>
    /// <param name="classes">Number of classes.</param>
    /// <returns>The share, and of how many rows.</returns>
    public static (double Share, int Count) Of(IReadOnlyList<double> probabilities, int[] labels, int classes)
    {
        List<(double Probability, bool IsWrong)>[] predicted = [.. Enumerable.Range(0, classes).Select(_ => new List<(double, bool)>())];
        for (int i = 0; i < labels.Length; i++)
        {
            int best = 0;
            for (int k = 1; k < classes; k++)
            {
                best = probabilities[(i * classes) + k] > probabilities[(i * classes) + best] ? k : best;
            }

            predicted[best].Add((probabilities[(i * classes) + best], best != labels[i]));
        }

        int count = 0, wrong = 0;
        foreach (List<(double Probability, bool IsWrong)> rows in predicted)
        {
            int surest = (int)Math.Ceiling(SurestShare * rows.Count);
            count += surest;
            wrong += rows.OrderByDescending(row => row.Probability).Take(surest).Count(row => row.IsWrong);
        }

        return (wrong / (double)count, count);
    }
}

namespace Lossary.Studies;

/// <summary>How often the baseline fit is wrong where it is most sure.</summary>
/// <remarks>
/// Classes that overlap leave rows of which nothing can be sure, and others that are certain; labels flipped by chance
/// are wrong everywhere. So errors among the surest tell the two apart, which the number of errors does not. The anchor
/// points of G. Patrini et al., Making Deep Neural Networks Robust to Label Noise, CVPR 2017, arXiv:1609.03683, as a
/// share of rows.
/// </remarks>
internal static class ConfidentErrors
{
    private const double SurestShare = 0.2;

    /// <summary>
    /// The share of other labels among the fifth of the rows whose most probable class is most probable.
    /// </summary>
    /// <param name="probabilities">[n, classes].</param>
    /// <param name="labels">[n].</param>
    /// <param name="classes">Number of classes.</param>
    /// <returns>The share, and of how many rows.</returns>
    public static (double Share, int Count) Of(IReadOnlyList<double> probabilities, int[] labels, int classes)
    {
        int[] best = [.. Enumerable.Range(0, labels.Length).Select(
            row => MostProbable.Of(probabilities, row, classes))];
        int[] surest =
        [
            .. Enumerable.Range(0, labels.Length)
                .OrderByDescending(row => probabilities[(row * classes) + best[row]])
                .Take((int)Math.Ceiling(SurestShare * labels.Length)),
        ];
        return (surest.Count(row => best[row] != labels[row]) / (double)surest.Length, surest.Length);
    }
}

namespace Lossary.Losses;

/// <summary>
/// What each row's classes count: L = a (ln Σ e^z − z_y) + b Σ_c w_c (ln Σ e^z − z_c) + ζ (ln Σ e^z)².
/// </summary>
/// <param name="Classes">Each row's target y; −1 where the row does not count.</param>
/// <param name="OfTarget">Each row's a.</param>
/// <param name="OfAll">Each row's b.</param>
/// <param name="ClassWeightTotal">Σ w_c; the number of classes where they weigh the same.</param>
/// <param name="OfSquare">ζ.</param>
internal sealed record ScoreTargets(
    int[] Classes, double[] OfTarget, double[] OfAll, double ClassWeightTotal, double OfSquare)
{
    /// <summary>Whether Σ w_c z_c is needed at all.</summary>
    public bool IsSmoothed { get; } = OfAll.AsSpan().ContainsAnyExcept(0);

    /// <summary>The loss of a row.</summary>
    public double ValueOf(int row, double logTotal, double ofTarget, double weighted)
    {
        if (Classes[row] < 0)
        {
            return 0;
        }

        double value = OfTarget[row] * (logTotal - ofTarget);
        value += OfAll[row] == 0 ? 0 : OfAll[row] * ((ClassWeightTotal * logTotal) - weighted);
        return OfSquare == 0 ? value : value + (OfSquare * logTotal * logTotal);
    }

    /// <summary>What the softmax is multiplied by in the gradient of a row.</summary>
    public double ScaleOf(int row, double logTotal) =>
        OfTarget[row] + (OfAll[row] * ClassWeightTotal) + (OfSquare == 0 ? 0 : 2 * OfSquare * logTotal);
}

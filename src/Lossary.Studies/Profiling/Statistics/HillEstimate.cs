namespace Lossary.Studies;

/// <summary>
/// The tail index by the largest values, freed from most of the bias that Hill's own mean of them has.
/// </summary>
/// <remarks>
/// Hill (1975) averages the log spacings Zⱼ = j ln(X₍ₙ₋ⱼ₊₁₎/X₍ₙ₋ⱼ₎), j = 1 … k. Their expectation drifts with j where
/// the tail is a power law in the limit only, so that a normal tail seems heavier, and a Student-t's as well, the more
/// of it is used. Here the drift is fitted by a straight line and the height at j = 0 taken. J. Beirlant, G. Dierckx,
/// Y. Goegebeur, G. Matthys, Tail Index Estimation and an Exponential Regression Model, Extremes 2 (1999),
/// doi:10.1023/A:1009975020370, with the second-order parameter held at −1.
/// </remarks>
/// <param name="Index">Moments of this order and above do not exist.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end of its 95 % interval.</param>
/// <param name="Used">How many of the largest values were used.</param>
internal readonly record struct HillEstimate(double Index, double Low, double High, int Used)
{
    /// <summary>Where a tail is so light that no number would mean anything.</summary>
    public const double Lightest = 50;

    private const double UsedShare = 0.125;
    private const int FewestUsed = 10;
    private const double Normal95 = 1.959963984540054;

    /// <summary>The estimate; null where there are too few positive values.</summary>
    /// <param name="sorted">Ascending, not negative.</param>
    public static HillEstimate? Of(double[] sorted)
    {
        int positive = sorted.Count(value => value > 0);
        int used = (int)(UsedShare * positive);
        if (used < FewestUsed)
        {
            return null;
        }

        double sum = 0, drift = 0, squares = 0, centre = (used + 1) / 2.0;
        for (int j = 1; j <= used; j++)
        {
            double spacing = j * Math.Log(sorted[^j] / sorted[^(j + 1)]), place = j - centre;
            sum += spacing;
            drift += place * spacing;
            squares += place * place;
        }

        double inverse = (sum / used) - (centre * drift / squares);

        // The height of a fitted line at its end has twice the standard error of the mean.
        double error = Normal95 * 2 * Math.Max(inverse, 1 / Lightest) / Math.Sqrt(used);
        return new(IndexOf(inverse), IndexOf(inverse + error), IndexOf(inverse - error), used);
    }

    private static double IndexOf(double inverse) => inverse > 1 / Lightest ? 1 / inverse : Lightest;
}

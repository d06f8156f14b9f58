using System.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Derivatives on a sheet, a row for each number, against arrays that have several numbers of a sample side by side.
/// </summary>
internal static class FormulaSlopes
{
    /// <summary>gradient = factor · slopes, or added to it; 0 where the factor is 0, whatever the slopes are.</summary>
    /// <param name="factors">One for each sample.</param>
    /// <param name="sheet">Where the slopes stand.</param>
    /// <param name="first">The number that the first column of the gradient belongs to.</param>
    /// <param name="gradient">One number for each sample, or several.</param>
    /// <param name="accumulate">True to add.</param>
    public static void Multiply<T>(
        ReadOnlySpan<T> factors, in FormulaSheet<T> sheet, int first, Span<T> gradient, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = gradient.Length / factors.Length;
        for (int k = 0; k < width; k++)
        {
            ReadOnlySpan<T> slopes = sheet.SlopesOf(first + k);
            if (width == 1)
            {
                UpstreamProduct.Run(factors, slopes, gradient, accumulate);
                return;
            }

            for (int i = 0; i < factors.Length; i++)
            {
                // What does not count has no gradient, whatever its own derivative is.
                T part = factors[i] == T.Zero ? T.Zero : factors[i] * slopes[i];
                ref T at = ref gradient[(i * width) + k];
                at = accumulate ? at + part : part;
            }
        }
    }

    /// <summary>sums = Σ of each sample's directions · slopes, or added to it; a direction of 0 adds nothing.</summary>
    /// <param name="directions">One number for each sample, or several.</param>
    /// <param name="sheet">Where the slopes stand.</param>
    /// <param name="first">The number that the first column of the directions belongs to.</param>
    /// <param name="sums">One for each sample.</param>
    /// <param name="accumulate">True to add.</param>
    public static void Contract<T>(
        ReadOnlySpan<T> directions, in FormulaSheet<T> sheet, int first, Span<T> sums, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = directions.Length / sums.Length;
        for (int k = 0; k < width; k++)
        {
            ReadOnlySpan<T> slopes = sheet.SlopesOf(first + k);
            if (width == 1)
            {
                UpstreamProduct.Run(directions, slopes, sums, accumulate);
                return;
            }

            for (int i = 0; i < sums.Length; i++)
            {
                T direction = directions[(i * width) + k];
                T part = direction == T.Zero ? T.Zero : direction * slopes[i];
                sums[i] = accumulate || k > 0 ? sums[i] + part : part;
            }
        }
    }
}

using System.Numerics;
using System.Numerics.Tensors;

namespace Lossary.Losses;

/// <summary>Guessed labels brought to the shares that classes should have, as ReMixMatch and AdaMatch do.</summary>
/// <remarks>
/// Reference: D. Berthelot et al., ReMixMatch: Semi-Supervised Learning with Distribution Alignment and Augmentation
/// Anchoring, 2020, arXiv:1911.09785, section 3.1.
/// </remarks>
public static class DistributionAlignment
{
    /// <summary>
    /// Each row times wanted/usual, over its sum, then sharpened: to the power 1/T, over its sum. A row of which
    /// nothing is left becomes the wanted one.
    /// </summary>
    /// <param name="guesses">Shape [n, classes]; rows of shares, aligned in place.</param>
    /// <param name="wanted">Shape [classes]; the shares that classes have among labels.</param>
    /// <param name="usual">Shape [classes]; the mean guess of late; a class with 0 is guessed no more.</param>
    /// <param name="temperature">T; positive: below 1 sharpens, 1 leaves rows as aligned.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static void Align<T>(
        Span<T> guesses, ReadOnlySpan<T> wanted, ReadOnlySpan<T> usual, double temperature = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        int classes = wanted.Length;
        if (usual.Length != classes)
        {
            throw new ArgumentException($"usual has {usual.Length} elements, wanted has {classes}.", nameof(usual));
        }

        if (guesses.Length % Math.Max(1, classes) != 0)
        {
            throw new ArgumentException(
                $"guesses has {guesses.Length} elements, which are no rows of {classes}.", nameof(guesses));
        }

        for (int start = 0; start < guesses.Length; start += classes)
        {
            AlignRow(guesses.Slice(start, classes), wanted, usual, T.CreateTruncating(1 / temperature));
        }
    }

    private static void AlignRow<T>(Span<T> guess, ReadOnlySpan<T> wanted, ReadOnlySpan<T> usual, T power)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int k = 0; k < guess.Length; k++)
        {
            guess[k] = usual[k] > T.Zero ? guess[k] * (wanted[k] / usual[k]) : T.Zero;
        }

        // Beside the largest, so that no power of a small share makes all of them 0.
        T largest = TensorPrimitives.Max<T>(guess);
        if (largest > T.Zero)
        {
            TensorPrimitives.Divide(guess, largest, guess);
            TensorPrimitives.Pow(guess, power, guess);
            TensorPrimitives.Divide(guess, TensorPrimitives.Sum<T>(guess), guess);
        }
        else
        {
            wanted.CopyTo(guess);
        }
    }
}

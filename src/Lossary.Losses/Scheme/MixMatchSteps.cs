using System.Numerics;
using System.Numerics.Tensors;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// How MixMatch makes its batch: labels guessed from several looks at a sample, samples and labels mixed in pairs.
/// </summary>
/// <remarks>
/// Reference: D. Berthelot et al., MixMatch: A Holistic Approach to Semi-Supervised Learning, 2019, arXiv:1905.02249;
/// the defaults are the paper's.
/// </remarks>
public static class MixMatchSteps
{
    /// <summary>The mean answer to several looks at each sample, sharpened: p^(1/T) over its sum.</summary>
    /// <param name="logits">Shape [looks, n, classes].</param>
    /// <param name="looks">How many looks there are at each sample; at least 1.</param>
    /// <param name="classes">How many classes; at least 1.</param>
    /// <param name="guesses">Shape [n, classes]; receives shares.</param>
    /// <param name="temperature">T; positive: below 1 sharpens, 1 leaves the mean as it is.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static void Guess<T>(
        ReadOnlySpan<T> logits, int looks, int classes, Span<T> guesses, double temperature = 0.5)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(looks);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        Require(guesses.Length % classes == 0, guesses.Length, classes, nameof(guesses));
        Require(logits.Length == looks * guesses.Length, logits.Length, looks * guesses.Length, nameof(logits));
        T[] shares = new T[classes];
        for (int start = 0; start < guesses.Length; start += classes)
        {
            Span<T> guess = guesses.Slice(start, classes);
            guess.Clear();
            for (int look = 0; look < looks; look++)
            {
                TensorPrimitives.SoftMax(
                    Shifted(logits.Slice((look * guesses.Length) + start, classes), shares), shares);
                TensorPrimitives.Add(guess, shares, guess);
            }

            // Beside the largest, so that no power of a small share makes all of them 0.
            TensorPrimitives.Divide(guess, TensorPrimitives.Max<T>(guess), guess);
            TensorPrimitives.Pow(guess, T.CreateTruncating(1 / temperature), guess);
            TensorPrimitives.Divide(guess, TensorPrimitives.Sum<T>(guess), guess);
        }
    }

    /// <summary>The share that each sample keeps of itself: max(l, 1 − l) with l from Beta(α, α), at least ½.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="shares">Shape [n]; receives the shares.</param>
    /// <param name="alpha">α; positive: small ones mix little.</param>
    public static void DrawShares(RandomStream random, Span<double> shares, double alpha = 0.75)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(alpha);
        foreach (ref double share in shares)
        {
            double first = LogGamma(random, alpha), second = LogGamma(random, alpha);
            share = 1 / (1 + Math.Exp(-Math.Abs(first - second)));
        }
    }

    /// <summary>Each row with its partner: share · row + (1 − share) · partner; for samples and labels alike.</summary>
    /// <param name="rows">Shape [n, width].</param>
    /// <param name="partners">Shape [n]; each row's partner, such as a random order of 0 … n − 1.</param>
    /// <param name="shares">Shape [n]; what each row keeps of itself.</param>
    /// <param name="mixed">Shape [n, width]; not the rows' own memory; receives the mixtures.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static void Mix<T>(
        ReadOnlySpan<T> rows, ReadOnlySpan<int> partners, ReadOnlySpan<double> shares, Span<T> mixed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Require(shares.Length == partners.Length, shares.Length, partners.Length, nameof(shares));
        Require(mixed.Length == rows.Length, mixed.Length, rows.Length, nameof(mixed));
        int count = Math.Max(1, partners.Length), width = rows.Length / count;
        Require(rows.Length == width * partners.Length, rows.Length, partners.Length, nameof(rows));
        for (int i = 0; i < partners.Length; i++)
        {
            ReadOnlySpan<T> partner = rows.Slice(checked(partners[i] * width), width);
            TensorPrimitives.Lerp(
                partner, rows.Slice(i * width, width), T.CreateTruncating(shares[i]), mixed.Slice(i * width, width));
        }
    }

    private static Span<T> Shifted<T>(ReadOnlySpan<T> logits, Span<T> shifted)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max(logits), shifted);
        return shifted;
    }

    /// <summary>
    /// The logarithm of a number from Gamma(α, 1): G. Marsaglia, W. W. Tsang, 2000, doi:10.1145/358407.358414.
    /// </summary>
    private static double LogGamma(RandomStream random, double alpha)
    {
        // Gamma(α) is Gamma(α + 1) · U^(1/α); in logarithms small ones do not become 0.
        double boost = Math.Log(1 - random.NextDouble()) / alpha;
        double d = alpha + 1 - (1.0 / 3), c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double normal = random.NextNormal(), root = 1 + (c * normal), cube = root * root * root;
            double uniform = 1 - random.NextDouble();
            if (root > 0 && Math.Log(uniform) < (0.5 * normal * normal) + (d * (1 - cube + Math.Log(cube))))
            {
                return Math.Log(d * cube) + boost;
            }
        }
    }

    private static void Require(bool fits, int length, int expected, string name)
    {
        if (!fits)
        {
            throw new ArgumentException($"{name} has {length} elements, which do not fit {expected}.", name);
        }
    }
}

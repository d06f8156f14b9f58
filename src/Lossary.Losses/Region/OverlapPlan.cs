using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>How the pixels of a batch are cut into parts, and what is done with each.</summary>
/// <param name="images">How many images.</param>
/// <param name="classes">How many classes.</param>
/// <param name="pixels">How many pixels an image has.</param>
internal sealed class OverlapPlan<T>(int images, int classes, int pixels)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _chunks = (pixels + OverlapOperation.ChunkLength - 1) / OverlapOperation.ChunkLength;

    /// <summary>Logits or probabilities, <c>[n, k, …]</c>.</summary>
    public required Tensor<T> Prediction { get; init; }

    /// <summary>Targets, <c>[n, k, …]</c>.</summary>
    public required Tensor<T> Target { get; init; }

    /// <summary>1 where a pixel counts, <c>[n, …]</c>; null where all do.</summary>
    public required Tensor<T>? Counts { get; init; }

    /// <summary>What a softmax makes of the logits; else the predictions themselves.</summary>
    public required Tensor<T> Probabilities { get; init; }

    /// <summary>
    /// The sigmoid of minus each logit's magnitude, where squares are summed negative where the logit is: kept for the
    /// gradient, or empty.
    /// </summary>
    public ArraySegment<T> Tails { get; set; }

    /// <summary>The gradient by the counts that the one in memory was computed for, or empty.</summary>
    public ArraySegment<T> Foreseen { get; set; }

    public required bool HasSigmoid { get; init; }

    public required bool HasSoftmax { get; init; }

    public required bool IsSquared { get; init; }

    /// <summary>Whether all images are one.</summary>
    public required bool IsPooled { get; init; }

    public int Classes => classes;

    /// <summary>How many parts there are: chunks of pixels of one image, all classes.</summary>
    public int Parts => images * _chunks;

    /// <summary>Whether a target came by that is no share.</summary>
    public bool HasOutside { get; private set; }

    /// <summary>Parts of an image.</summary>
    public int PartsOfImage => _chunks;

    /// <summary>How many images there are, or 1 where they are pooled.</summary>
    public int Rows => IsPooled ? int.Min(1, images) : images;

    /// <summary>The image that a part is of.</summary>
    public int ImageOf(int part) => part / _chunks;

    /// <summary>Makes the probabilities of a part.</summary>
    public void RunSoftmax(int part)
    {
        (int start, int count) = Pixels(part);
        int first = (ImageOf(part) * classes * pixels) + start;
        SoftmaxPixels<T> sweep = new()
        {
            Logits = Prediction.Values[first..],
            Probabilities = Probabilities.Values[first..],
            Classes = classes,
            Stride = pixels,
        };
        LaneSweep.Run<SoftmaxPixels<T>, T>(sweep, count);
    }

    /// <summary>Adds up a class's pixels in a part: Σ p t, Σ p, Σ t.</summary>
    public void Sum(int part, int k, Span<double> sums)
    {
        if (IsUsual)
        {
            Sum<UsualPixels>(part, k, sums);
        }
        else
        {
            Sum<AnyPixels>(part, k, sums);
        }
    }

    /// <summary>Writes the gradient of a part's pixels.</summary>
    /// <param name="part">The part.</param>
    /// <param name="upstream">The gradient by true positives, false positives and false negatives.</param>
    /// <param name="accumulates">Whether the gradient is added to what stands there.</param>
    public void Slopes(int part, ReadOnlySpan<T> upstream, bool accumulates)
    {
        int cells = upstream.Length / 3, row = IsPooled ? 0 : ImageOf(part) * classes;
        Span<T> pulls = classes <= 64 ? stackalloc T[2 * classes] : new T[2 * classes];
        bool isAny = false;
        for (int k = 0; k < classes; k++)
        {
            T predicted = upstream[cells + row + k];
            pulls[k] = upstream[row + k] - predicted - upstream[(2 * cells) + row + k];
            pulls[classes + k] = predicted;
            isAny |= pulls[k] != T.Zero || predicted != T.Zero;
        }

        (int start, int count) = Pixels(part);
        if (!isAny)
        {
            // What does not count has no gradient, whatever its own derivative is.
            Clear(part, start, count, accumulates);
        }
        else if (HasSoftmax)
        {
            SlopesOfSoftmax(part, start, count, pulls, accumulates);
        }
        else
        {
            for (int k = 0; k < classes; k++)
            {
                if (IsUsual && !accumulates)
                {
                    SlopesOfClass<UsualPixels>(part, k, pulls[k], pulls[classes + k], accumulates);
                }
                else
                {
                    SlopesOfClass<AnyPixels>(part, k, pulls[k], pulls[classes + k], accumulates);
                }
            }
        }
    }

    private bool IsUsual => HasSigmoid && !IsSquared && Counts is null;

    private void Sum<TKind>(int part, int k, Span<double> sums)
        where TKind : struct, IPixelKind
    {
        (int start, int count) = Pixels(part);
        int first = (((ImageOf(part) * classes) + k) * pixels) + start;
        double outside = 0;
        sums.Clear();
        OverlapSums<TKind, T> sweep = new()
        {
            Predictions = Probabilities.Values.Slice(first, count),
            Targets = Target.Values.Slice(first, count),
            Counts = CountsOf(part, start, count),
            Tails = Tails.Count == 0 ? default : Tails.AsSpan(first, count),
            Sums = sums,
            Outside = new(ref outside),
            HasSigmoid = HasSigmoid,
            IsSquared = IsSquared,
        };
        LaneSweep.Run<OverlapSums<TKind, T>, T>(sweep, count);
        if (outside > 0)
        {
            HasOutside = true;
        }
    }

    private void SlopesOfClass<TKind>(int part, int k, T both, T predicted, bool accumulates)
        where TKind : struct, IPixelKind
    {
        (int start, int count) = Pixels(part);
        int first = (((ImageOf(part) * classes) + k) * pixels) + start;
        OverlapSlopes<TKind, T> sweep = new()
        {
            Predictions = HasSigmoid ? Tails.AsSpan(first, count) : Probabilities.Values.Slice(first, count),
            Targets = Target.Values.Slice(first, count),
            Counts = CountsOf(part, start, count),
            Gradient = Prediction.Gradient.Slice(first, count),
            Both = both,
            Predicted = predicted,
            HasSigmoid = HasSigmoid,
            IsSquared = IsSquared,
            Accumulates = accumulates,
        };
        LaneSweep.Run<OverlapSlopes<TKind, T>, T>(sweep, count);
    }

    private void SlopesOfSoftmax(int part, int start, int count, ReadOnlySpan<T> pulls, bool accumulates)
    {
        int first = (ImageOf(part) * classes * pixels) + start;
        SoftmaxSlopes<T> sweep = new()
        {
            Probabilities = Probabilities.Values[first..],
            Targets = Target.Values[first..],
            Counts = CountsOf(part, start, count),
            Gradient = Prediction.Gradient[first..],
            Pulls = pulls,
            Classes = classes,
            Stride = pixels,
            IsSquared = IsSquared,
            Accumulates = accumulates,
        };
        LaneSweep.Run<SoftmaxSlopes<T>, T>(sweep, count);
    }

    private void Clear(int part, int start, int count, bool accumulates)
    {
        for (int k = 0; k < classes && !accumulates; k++)
        {
            Prediction.Gradient.Slice((((ImageOf(part) * classes) + k) * pixels) + start, count).Clear();
        }
    }

    private ReadOnlySpan<T> CountsOf(int part, int start, int count) =>
        Counts is null ? default : Counts.Values.Slice((ImageOf(part) * pixels) + start, count);

    private (int Start, int Count) Pixels(int part)
    {
        int start = part % _chunks * OverlapOperation.ChunkLength;
        return (start, int.Min(OverlapOperation.ChunkLength, pixels - start));
    }
}

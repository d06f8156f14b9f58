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
    /// The sigmoid of minus each logit's magnitude, negative where the logit is: kept for the gradient, or null.
    /// </summary>
    public required Tensor<T>? Tails { get; init; }

    public required bool HasSigmoid { get; init; }

    public required bool HasSoftmax { get; init; }

    public required bool IsSquared { get; init; }

    /// <summary>Whether all images are one.</summary>
    public required bool IsPooled { get; init; }

    public int Classes => classes;

    /// <summary>How many parts there are: chunks of pixels of one image, all classes.</summary>
    public int Parts => images * _chunks;

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
        (int start, int count) = Pixels(part);
        int first = (((ImageOf(part) * classes) + k) * pixels) + start;
        sums.Clear();
        OverlapSums<T> sweep = new()
        {
            Predictions = Probabilities.Values.Slice(first, count),
            Targets = Target.Values.Slice(first, count),
            Counts = CountsOf(part, start, count),
            Tails = Tails is null ? default : Tails.Values.Slice(first, count),
            Sums = sums,
            HasSigmoid = HasSigmoid,
            IsSquared = IsSquared,
        };
        LaneSweep.Run<OverlapSums<T>, T>(sweep, count);
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
                SlopesOfClass(part, k, start, count, pulls[k], pulls[classes + k], accumulates);
            }
        }
    }

    private void SlopesOfClass(int part, int k, int start, int count, T both, T predicted, bool accumulates)
    {
        int first = (((ImageOf(part) * classes) + k) * pixels) + start;
        OverlapSlopes<T> sweep = new()
        {
            Predictions = (Tails ?? Probabilities).Values.Slice(first, count),
            Targets = Target.Values.Slice(first, count),
            Counts = CountsOf(part, start, count),
            Gradient = Prediction.Gradient.Slice(first, count),
            Both = both,
            Predicted = predicted,
            HasSigmoid = HasSigmoid,
            IsSquared = IsSquared,
            Accumulates = accumulates,
        };
        LaneSweep.Run<OverlapSlopes<T>, T>(sweep, count);
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

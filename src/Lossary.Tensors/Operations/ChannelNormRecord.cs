using System.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// The backward half of batch and group normalisation; the formulas stand with <see cref="ChannelNorm"/>.
/// </summary>
internal abstract class ChannelNormRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T>? Scale { get; set; }

    public Tensor<T>? Shift { get; set; }

    /// <summary>Of each sample, means and then variances, <c>[samples, 2, channels]</c>.</summary>
    public ArraySegment<T> Statistics { get; set; }

    /// <summary>How many samples have statistics of their own: all of a group normalisation, 1 of a batch's.</summary>
    public int Samples { get; set; }

    /// <summary>Into how many groups the channels are cut; 0 where the statistics are constants.</summary>
    public int Groups { get; set; }

    public double Epsilon { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        int channels = Input.Shape[Input.Shape.Rank - 1], length = Input.Shape.Length / Math.Max(1, Samples);
        Span<T> memory = tape.RentMemory(ChannelNorm.BackwardMemory * channels);
        Span<T> ofScale = Started(tape, Scale), ofShift = Started(tape, Shift);
        bool wantsInput = Input.TryTakeGradient(tape, out Span<T> ofInput, out bool accumulate);
        ChannelAffine<T> affine = new(Scale, Shift, Epsilon);
        for (int sample = 0; sample < Samples; sample++)
        {
            ReadOnlySpan<T> values = Input.Values.Slice(sample * length, length);
            ReadOnlySpan<T> upstream = Output.Gradient.Slice(sample * length, length);
            ReadOnlySpan<T> statistics = Statistics.AsSpan(sample * 2 * channels, 2 * channels);
            if (Groups > 0 || !ofScale.IsEmpty || !ofShift.IsEmpty)
            {
                ChannelNorm.MeasureGradient(values, upstream, statistics, memory, tape);
                ChannelNorm.AddToAffine(length / channels, statistics, affine, memory, ofScale, ofShift);
            }

            if (wantsInput)
            {
                Span<T> result = ofInput.Slice(sample * length, length);
                ChannelNorm.Backward(values, upstream, statistics, affine, Groups, memory, result, accumulate);
            }
        }
    }

    /// <summary>
    /// The memory of a gradient that starts at 0 or at what others added; empty where nobody wants it.
    /// </summary>
    private static Span<T> Started(Tape<T> tape, Tensor<T>? tensor)
    {
        if (tensor is null || !tensor.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            return default;
        }

        if (!accumulate)
        {
            gradient.Clear();
        }

        return gradient;
    }
}

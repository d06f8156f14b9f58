using System.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// Normalisation of a matrix <c>[rows, channels]</c> by groups of channels: batch normalisation where each channel is a
/// group, group normalisation where the rows are one sample's positions.
/// </summary>
/// <remarks>
/// With r = 1/√(variance + ε) and n = r (x − mean): y = n · scale + shift. Backward, with h = scale · ∂y and means over
/// the group: ∂x = r (h − mean h − n · mean(h n)).
/// </remarks>
internal static class ChannelNorm
{
    /// <summary>How many numbers of temporary memory for a channel the backward half needs.</summary>
    public const int BackwardMemory = 6;

    /// <summary>How many numbers of temporary memory for a channel the forward half needs.</summary>
    public const int ForwardMemory = 4;

    /// <summary>Each channel's mean and variance, those of its group.</summary>
    /// <param name="values">Shape <c>[rows, channels]</c>.</param>
    /// <param name="groups">Into how many groups the channels are cut.</param>
    /// <param name="statistics">Receives means, then variances, <c>[2, channels]</c>.</param>
    /// <param name="tape">Where temporary memory comes from.</param>
    public static void Measure<T>(ReadOnlySpan<T> values, int groups, Span<T> statistics, Tape<T> tape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int channels = statistics.Length / 2;
        Span<T> means = tape.RentMemory(2 * channels);
        Span<T> centres = statistics[..channels], variances = statistics[channels..];
        centres.Clear();
        ChannelSums.Means(values, default, centres, means, tape);
        GroupMeans<T>(means[..channels], groups, centres);
        ChannelSums.Means(values, default, centres, means, tape);
        GroupMeans<T>(means[channels..], groups, variances);
    }

    /// <summary>output = the values normalised by given statistics, scaled and shifted.</summary>
    /// <param name="values">Shape <c>[rows, channels]</c>.</param>
    /// <param name="statistics">Means, then variances, <c>[2, channels]</c>.</param>
    /// <param name="affine">What is multiplied and added.</param>
    /// <param name="output">Shape <c>[rows, channels]</c>.</param>
    /// <param name="memory">Temporary, <see cref="ForwardMemory"/> for a channel.</param>
    public static void Apply<T>(
        ReadOnlySpan<T> values, ReadOnlySpan<T> statistics, in ChannelAffine<T> affine, Span<T> output, Span<T> memory)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int channels = statistics.Length / 2;
        statistics[..channels].CopyTo(memory);
        for (int i = 0; i < channels; i++)
        {
            memory[channels + i] = affine.Inverse(statistics[channels + i]) * affine.Scale(i);
            memory[(2 * channels) + i] = T.Zero;
            memory[(3 * channels) + i] = affine.Shift(i);
        }

        ChannelMap.Run(values, default, memory, output, accumulate: false);
    }

    /// <summary>The means of the gradient and of the gradient times x − mean, from which everything follows.</summary>
    /// <param name="values">What the forward half got, <c>[rows, channels]</c>.</param>
    /// <param name="gradient">Of the output, in the same shape.</param>
    /// <param name="statistics">Means, then variances, <c>[2, channels]</c>.</param>
    /// <param name="memory">Temporary, <see cref="BackwardMemory"/> for a channel; receives the means first.</param>
    /// <param name="tape">Where temporary memory comes from.</param>
    public static void MeasureGradient<T>(
        ReadOnlySpan<T> values, ReadOnlySpan<T> gradient, ReadOnlySpan<T> statistics, Span<T> memory, Tape<T> tape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int channels = statistics.Length / 2;
        ChannelSums.Means(values, gradient, statistics[..channels], memory[..(2 * channels)], tape);
    }

    /// <summary>Adds the gradients of scale and shift; empty spans are nobody's.</summary>
    /// <param name="rows">How many rows the means in the memory are of.</param>
    /// <param name="statistics">Means, then variances, <c>[2, channels]</c>.</param>
    /// <param name="affine">What was multiplied and added.</param>
    /// <param name="memory">What <see cref="MeasureGradient"/> left.</param>
    /// <param name="ofScale">Shape <c>[channels]</c>.</param>
    /// <param name="ofShift">Shape <c>[channels]</c>.</param>
    public static void AddToAffine<T>(
        int rows, ReadOnlySpan<T> statistics, in ChannelAffine<T> affine, ReadOnlySpan<T> memory,
        Span<T> ofScale, Span<T> ofShift)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int channels = statistics.Length / 2;
        T count = T.CreateChecked(rows);
        for (int i = 0; i < ofScale.Length; i++)
        {
            ofScale[i] += count * memory[channels + i] * affine.Inverse(statistics[channels + i]);
        }

        for (int i = 0; i < ofShift.Length; i++)
        {
            ofShift[i] += count * memory[i];
        }
    }

    /// <summary>result = the gradient of the values, or result + that.</summary>
    /// <param name="values">What the forward half got, <c>[rows, channels]</c>.</param>
    /// <param name="gradient">Of the output, in the same shape.</param>
    /// <param name="statistics">Means, then variances, <c>[2, channels]</c>.</param>
    /// <param name="affine">What was multiplied and added.</param>
    /// <param name="groups">Into how many groups the channels are cut; 0 where the statistics are constants.</param>
    /// <param name="memory">
    /// What <see cref="MeasureGradient"/> left, or anything where the statistics are constants.
    /// </param>
    /// <param name="result">Shape <c>[rows, channels]</c>.</param>
    /// <param name="accumulate">True to add to what the result holds.</param>
    public static void Backward<T>(
        ReadOnlySpan<T> values, ReadOnlySpan<T> gradient, ReadOnlySpan<T> statistics, in ChannelAffine<T> affine,
        int groups, Span<T> memory, Span<T> result, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int channels = statistics.Length / 2;
        Span<T> means = memory[..(2 * channels)], factors = memory[(2 * channels)..];
        Span<T> ofValue = factors.Slice(channels, channels), ofGradient = factors.Slice(2 * channels, channels);
        Span<T> offset = factors[(3 * channels)..];
        statistics[..channels].CopyTo(factors);
        ofValue.Clear();
        offset.Clear();
        if (groups > 0)
        {
            for (int i = 0; i < channels; i++)
            {
                means[i] *= affine.Scale(i);
                means[channels + i] *= affine.Scale(i);
            }

            GroupMeans<T>(means[..channels], groups, offset);
            GroupMeans<T>(means[channels..], groups, ofValue);
        }

        for (int i = 0; i < channels; i++)
        {
            T inverse = affine.Inverse(statistics[channels + i]);
            ofValue[i] *= -(inverse * inverse * inverse);
            ofGradient[i] = inverse * affine.Scale(i);
            offset[i] *= -inverse;
        }

        ChannelMap.Run(values, gradient, factors, result, accumulate);
    }

    /// <summary>For each channel the mean over its group.</summary>
    private static void GroupMeans<T>(ReadOnlySpan<T> ofChannels, int groups, Span<T> ofGroups)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = ofChannels.Length / groups;
        for (int start = 0; start < ofChannels.Length; start += width)
        {
            double sum = 0;
            foreach (T number in ofChannels.Slice(start, width))
            {
                sum += double.CreateTruncating(number);
            }

            ofGroups.Slice(start, width).Fill(T.CreateTruncating(sum / width));
        }
    }
}

using System.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// Group normalisation: each sample's groups of channels to mean 0 and variance 1 over all positions.
/// </summary>
/// <remarks>
/// Y. Wu, K. He, "Group Normalization", ECCV 2018. As many groups as channels is instance normalisation.
/// </remarks>
public static class GroupNormOperation
{
    /// <summary>(x − mean) / √(variance + ε) · scale + shift, for each sample and group.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Shape <c>[batch, …, channels]</c>.</param>
    /// <param name="groups">Into how many groups the channels are cut; divides their number.</param>
    /// <param name="scale">Shape <c>[channels]</c>; null for ones.</param>
    /// <param name="shift">Shape <c>[channels]</c>; null for zeros.</param>
    /// <param name="epsilon">Keeps the root away from 0; not negative.</param>
    /// <returns>The input's shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, or the groups do not divide the channels.</exception>
    public static Tensor<T> GroupNorm<T>(
        this Tape<T> tape, Tensor<T> input, int groups, Tensor<T>? scale = null, Tensor<T>? shift = null,
        double epsilon = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        int channels = ChannelCheck.Channels("GroupNorm", input, scale, shift);
        if (groups <= 0 || channels % groups != 0)
        {
            ShapeCheck.Fail(
                $"GroupNorm: input is {input.Shape}; its {channels} channels cannot be cut into {groups} equal groups.",
                nameof(groups));
        }

        Tensor<T> output = tape.Rent(input.Shape);
        int samples = input.Shape.Length == 0 ? 0 : input.Shape[0];
        ArraySegment<T> statistics = tape.RentMemory(2 * channels * samples);
        Normalize(tape, input, groups, new ChannelAffine<T>(scale, shift, epsilon), statistics, output);
        bool requiresGradient = input.RequiresGradient
            || scale is { RequiresGradient: true } || shift is { RequiresGradient: true };
        if (tape.TryRecord(output, requiresGradient, out GroupNormRecord<T>? record))
        {
            record.Input = input;
            record.Scale = scale;
            record.Shift = shift;
            record.Statistics = statistics;
            record.Samples = samples;
            record.Groups = groups;
            record.Epsilon = epsilon;
        }

        return output;
    }

    private static void Normalize<T>(
        Tape<T> tape, Tensor<T> input, int groups, ChannelAffine<T> affine, Span<T> statistics, Tensor<T> output)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int channels = input.Shape[input.Shape.Rank - 1];
        int samples = statistics.Length / (2 * channels), length = input.Shape.Length / Math.Max(1, samples);
        Span<T> memory = tape.RentMemory(ChannelNorm.ForwardMemory * channels);
        for (int sample = 0; sample < samples; sample++)
        {
            ReadOnlySpan<T> values = input.Values.Slice(sample * length, length);
            Span<T> measured = statistics.Slice(sample * 2 * channels, 2 * channels);
            ChannelNorm.Measure(values, groups, measured, tape);
            ChannelNorm.Apply(values, measured, affine, output.Values.Slice(sample * length, length), memory);
        }
    }
}

/// <summary>Statistics of each sample.</summary>
internal sealed class GroupNormRecord<T> : ChannelNormRecord<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
}

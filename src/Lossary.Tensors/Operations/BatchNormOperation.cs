using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Batch normalisation: every channel to mean 0 and variance 1 over the batch and all positions.</summary>
/// <remarks>S. Ioffe, C. Szegedy, "Batch Normalization", ICML 2015.</remarks>
public static class BatchNormOperation
{
    /// <summary>(x − mean) / √(variance + ε) · scale + shift, with mean and variance of the batch itself.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Shape <c>[batch, …, channels]</c>, at least two values for each channel.</param>
    /// <param name="scale">Shape <c>[channels]</c>; null for ones.</param>
    /// <param name="shift">Shape <c>[channels]</c>; null for zeros.</param>
    /// <param name="epsilon">Keeps the root away from 0; not negative.</param>
    /// <param name="running">
    /// What keeps mean and variance for inference and is moved towards the batch's; null for nothing.
    /// </param>
    /// <param name="momentum">How far it is moved: the batch's part, in [0, 1].</param>
    /// <returns>The input's shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, or a channel has fewer than two values.</exception>
    public static Tensor<T> BatchNorm<T>(
        this Tape<T> tape, Tensor<T> input, Tensor<T>? scale = null, Tensor<T>? shift = null, double epsilon = 1e-5,
        RunningStatistics<T>? running = null, double momentum = 0.1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        int channels = ChannelCheck.Channels("BatchNorm", input, scale, shift);
        running?.Require("BatchNorm", channels);
        int count = input.Shape.Length / Math.Max(1, channels);
        if (count < 2)
        {
            ShapeCheck.Fail(
                $"BatchNorm: input is {input.Shape}, that is {count} value{(count == 1 ? "" : "s")} for each channel; "
                + $"" +
                "in training the variance needs at least 2.",
                nameof(input));
        }

        ArraySegment<T> statistics = tape.RentMemory(2 * channels);
        ChannelNorm.Measure(input.Values, channels, statistics.AsSpan(), tape);
        running?.Move(statistics.AsSpan(), count, momentum);
        return Compute(tape, input, scale, shift, epsilon, statistics, channels);
    }

    /// <summary>(x − mean) / √(variance + ε) · scale + shift, with kept mean and variance: for inference.</summary>
    /// <inheritdoc cref="BatchNorm"/>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Shape <c>[batch, …, channels]</c>.</param>
    /// <param name="running">The mean and variance to normalise by; nothing is differentiated by them.</param>
    /// <param name="scale">Shape <c>[channels]</c>; null for ones.</param>
    /// <param name="shift">Shape <c>[channels]</c>; null for zeros.</param>
    /// <param name="epsilon">Keeps the root away from 0; not negative.</param>
    public static Tensor<T> BatchNormByRunning<T>(
        this Tape<T> tape, Tensor<T> input, RunningStatistics<T> running, Tensor<T>? scale = null,
        Tensor<T>? shift = null, double epsilon = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        int channels = ChannelCheck.Channels("BatchNormByRunning", input, scale, shift);
        running.Require("BatchNormByRunning", channels);
        ArraySegment<T> statistics = tape.RentMemory(2 * channels);
        running.Mean.Values.CopyTo(statistics);
        running.Variance.Values.CopyTo(statistics.AsSpan(channels));
        return Compute(tape, input, scale, shift, epsilon, statistics, groups: 0);
    }

    private static Tensor<T> Compute<T>(
        Tape<T> tape, Tensor<T> input, Tensor<T>? scale, Tensor<T>? shift, double epsilon,
        ArraySegment<T> statistics, int groups)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        Tensor<T> output = tape.Rent(input.Shape);
        Span<T> memory = tape.RentMemory(ChannelNorm.ForwardMemory * statistics.Count / 2);
        ChannelNorm.Apply<T>(
            input.Values, statistics.AsSpan(), new ChannelAffine<T>(scale, shift, epsilon), output.Values, memory);
        bool requiresGradient = input.RequiresGradient
            || scale is { RequiresGradient: true } || shift is { RequiresGradient: true };
        if (tape.TryRecord(output, requiresGradient, out BatchNormRecord<T>? record))
        {
            record.Input = input;
            record.Scale = scale;
            record.Shift = shift;
            record.Statistics = statistics;
            record.Samples = 1;
            record.Groups = groups;
            record.Epsilon = epsilon;
        }

        return output;
    }
}

/// <summary>One set of statistics for the whole batch.</summary>
internal sealed class BatchNormRecord<T> : ChannelNormRecord<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
}

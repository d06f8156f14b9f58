using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>One half of an axis, gated by the sigmoid of the other.</summary>
/// <remarks>Y. N. Dauphin et al., "Language Modeling with Gated Convolutional Networks", ICML 2017.</remarks>
public static class GluOperation
{
    /// <summary>a · σ(b), where a is the first half of an axis and b the second.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape whose axis has an even extent.</param>
    /// <param name="axis">The axis; negative ones count from the end, −1 the last.</param>
    /// <returns>The shape with half the extent along the axis.</returns>
    /// <exception cref="ArgumentException">The input has no such axis, or its extent there is odd.</exception>
    public static Tensor<T> Glu<T>(this Tape<T> tape, Tensor<T> input, int axis = -1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        AxisSplit split = AxisSplit.Of("Glu", nameof(input), input.Shape, axis);
        if (split.Extent % 2 != 0)
        {
            ShapeCheck.Fail(
                $"Glu: input is {input.Shape}; its extent along axis {axis} is {split.Extent}, and must be even.",
                nameof(input));
        }

        Tensor<T> output = tape.Rent(input.Shape.With(axis, split.Extent / 2));
        int half = split.Extent / 2 * split.After;
        for (int block = 0; block < split.Before; block++)
        {
            ReadOnlySpan<T> values = input.Values.Slice(2 * block * half, 2 * half);
            Sweep.Run(default(Gated), values[half..], values[..half], output.Values.Slice(block * half, half));
        }

        if (tape.TryRecord(output, input.RequiresGradient, out GluRecord<T>? record))
        {
            record.Input = input;
            record.Half = half;
        }

        return output;
    }
}

/// <summary>∂a = σ(b) · ∂output, ∂b = a σ(b) (1 − σ(b)) · ∂output.</summary>
internal sealed class GluRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    /// <summary>How many elements of a and of b follow each other.</summary>
    public int Half { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        if (!Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            return;
        }

        Span<T> ofGate = tape.Workspace(Half);
        for (int start = 0; start < Output.Shape.Length; start += Half)
        {
            ReadOnlySpan<T> first = Input.Values.Slice(2 * start, Half);
            ReadOnlySpan<T> second = Input.Values.Slice((2 * start) + Half, Half);
            ReadOnlySpan<T> upstream = Output.Gradient.Slice(start, Half);
            Sweep.Run(default(Gated), second, upstream, gradient.Slice(2 * start, Half), accumulate);
            Sweep.Run(default(Product), first, upstream, ofGate);
            Sweep.Run(default(GateSlope), second, ofGate, gradient.Slice((2 * start) + Half, Half), accumulate);
        }
    }
}

/// <summary>y · σ(x).</summary>
internal readonly struct Gated : IFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> => y * TLane.Sigmoid(x);
}

/// <summary>y · σ′(x).</summary>
internal readonly struct GateSlope : IFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane>
    {
        TLane gate = TLane.Sigmoid(x);
        return y * (gate * (1 - gate));
    }
}

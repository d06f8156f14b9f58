using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Puts the rows of two tensors side by side.</summary>
public static class JoinOperation
{
    /// <summary>Each row of the left tensor, then that of the right.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="left">Shape <c>[…, a]</c>.</param>
    /// <param name="right">Shape <c>[…, b]</c>; the axes before the last as on the left.</param>
    /// <returns>Shape <c>[…, a + b]</c>.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor<T> Join<T>(this Tape<T> tape, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        int last = left.Shape.Rank - 1;
        if (last < 0 || right.Shape.Rank != left.Shape.Rank || right.Shape.With(last, left.Shape[last]) != left.Shape)
        {
            ShapeCheck.Fail(
                $"Join: left is {left.Shape}, right is {right.Shape}; only the last axes may differ.", nameof(right));
        }

        int a = left.Shape[last], b = right.Shape[last];
        Tensor<T> output = tape.Rent(left.Shape.With(last, a + b));
        PaddedRows.Pad(left.Values, a, output.Values, a + b);
        PaddedRows.Pad(right.Values, b, output.Values[a..], a + b);
        if (tape.TryRecord(output, left.RequiresGradient || right.RequiresGradient, out JoinRowsRecord<T>? record))
        {
            record.Left = left;
            record.Right = right;
        }

        return output;
    }
}

/// <summary>Each side gets its part of the output's gradient.</summary>
internal sealed class JoinRowsRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Left { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Right { get; set; } = null!; // Set right after the record is taken.

    protected internal override void Backward(Tape<T> tape)
    {
        Pass(tape, Left, 0);
        Pass(tape, Right, Left.Shape[Left.Shape.Rank - 1]);
    }

    private void Pass(Tape<T> tape, Tensor<T> part, int firstColumn)
    {
        if (!part.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            return;
        }

        int width = part.Shape[part.Shape.Rank - 1], stride = Output.Shape[Output.Shape.Rank - 1];
        ReadOnlySpan<T> upstream = Output.Gradient[firstColumn..];
        for (int row = 0; row * width < gradient.Length; row++)
        {
            Sweep.Run(
                default(Copy), upstream.Slice(row * stride, width), gradient.Slice(row * width, width), accumulate);
        }
    }
}

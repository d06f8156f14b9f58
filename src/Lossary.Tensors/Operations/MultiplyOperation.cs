using System.Numerics;

namespace Lossary.Tensors;

/// <summary>The elementwise product.</summary>
public static class MultiplyOperation
{
    /// <summary>left · right, element by element.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="left">Any shape.</param>
    /// <param name="right">The same shape.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor<T> Multiply<T>(this Tape<T> tape, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ShapeCheck.Same("Multiply", left, right);
        Tensor<T> output = tape.Rent(left.Shape);
        Sweep.Run(default(Product), left.Values, right.Values, output.Values);
        if (tape.TryRecord(output, left.RequiresGradient || right.RequiresGradient, out MultiplyRecord<T>? record))
        {
            record.Left = left;
            record.Right = right;
        }

        return output;
    }
}

/// <summary>∂left = right · ∂output, ∂right = left · ∂output.</summary>
internal sealed class MultiplyRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Left { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Right { get; set; } = null!; // Set right after the record is taken.

    protected internal override void Backward(Tape<T> tape)
    {
        if (Left.TryTakeGradient(tape, out Span<T> ofLeft, out bool accumulate))
        {
            Sweep.Run(default(Product), Right.Values, Output.Gradient, ofLeft, accumulate);
        }

        if (Right.TryTakeGradient(tape, out Span<T> ofRight, out accumulate))
        {
            Sweep.Run(default(Product), Left.Values, Output.Gradient, ofRight, accumulate);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Left))
        {
            pass.Add(Left, pass.Tape.Multiply(pass.Upstream, Right));
        }

        if (GradientPass<T>.Wants(Right))
        {
            pass.Add(Right, pass.Tape.Multiply(pass.Upstream, Left));
        }
    }
}

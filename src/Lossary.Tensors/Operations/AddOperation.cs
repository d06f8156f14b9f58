using System.Numerics;

namespace Lossary.Tensors;

/// <summary>The elementwise sum.</summary>
public static class AddOperation
{
    /// <summary>left + right.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="left">Any shape.</param>
    /// <param name="right">The same shape.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor<T> Add<T>(this Tape<T> tape, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ShapeCheck.Same("Add", left, right);
        Tensor<T> output = tape.Rent(left.Shape);
        Sweep.Run(default(Total), left.Values, right.Values, output.Values);
        if (tape.TryRecord(output, left.RequiresGradient || right.RequiresGradient, out AddRecord<T>? record))
        {
            record.Left = left;
            record.Right = right;
        }

        return output;
    }
}

/// <summary>Both gradients are the output's.</summary>
internal sealed class AddRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Left { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Right { get; set; } = null!; // Set right after the record is taken.

    protected internal override void Backward(Tape<T> tape)
    {
        if (Left.TryTakeGradient(tape, out Span<T> ofLeft, out bool accumulate))
        {
            Sweep.Run(default(Copy), Output.Gradient, ofLeft, accumulate);
        }

        if (Right.TryTakeGradient(tape, out Span<T> ofRight, out accumulate))
        {
            Sweep.Run(default(Copy), Output.Gradient, ofRight, accumulate);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Left))
        {
            pass.Add(Left, pass.Upstream);
        }

        if (GradientPass<T>.Wants(Right))
        {
            pass.Add(Right, pass.Upstream);
        }
    }
}

using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>The product of two matrices.</summary>
public static class MatMulOperation
{
    /// <summary>left · right.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="left">Shape <c>[rows, inner]</c>.</param>
    /// <param name="right">Shape <c>[inner, columns]</c>.</param>
    /// <returns>Shape <c>[rows, columns]</c>.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor<T> MatMul<T>(this Tape<T> tape, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ShapeCheck.Inner("MatMul", nameof(left), left, nameof(right), right);
        Tensor<T> output = tape.Rent(new Shape(left.Shape[0], right.Shape[1]));
        MatrixProduct.Multiply(AsMatrix(left), AsMatrix(right), default, output.Values, accumulate: false, tape);
        if (tape.TryRecord(output, left.RequiresGradient || right.RequiresGradient, out MatMulRecord<T>? record))
        {
            record.Left = left;
            record.Right = right;
        }

        return output;
    }

    internal static Matrix<T> AsMatrix<T>(Tensor<T> tensor) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(tensor.Values, tensor.Shape[0], tensor.Shape[1]);
}

/// <summary>∂left = ∂output · rightᵀ, ∂right = leftᵀ · ∂output.</summary>
internal sealed class MatMulRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Left { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Right { get; set; } = null!; // Set right after the record is taken.

    protected internal override void Backward(Tape<T> tape)
    {
        Matrix<T> upstream = new(Output.Gradient, Output.Shape[0], Output.Shape[1]);
        if (Left.TryTakeGradient(tape, out Span<T> ofLeft, out bool accumulate))
        {
            Matrix<T> right = MatMulOperation.AsMatrix(Right);
            MatrixProduct.Multiply(in upstream, right.Transposed, default, ofLeft, accumulate, tape);
        }

        if (Right.TryTakeGradient(tape, out Span<T> ofRight, out accumulate))
        {
            Matrix<T> left = MatMulOperation.AsMatrix(Left);
            MatrixProduct.Multiply(left.Transposed, in upstream, default, ofRight, accumulate, tape);
        }
    }
}

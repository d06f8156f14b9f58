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
        return tape.Product(left, transposesLeft: false, right, transposesRight: false);
    }

    /// <summary>left · right for each matrix of the last two axes, each read as it stands or transposed.</summary>
    internal static Tensor<T> Product<T>(
        this Tape<T> tape, Tensor<T> left, bool transposesLeft, Tensor<T> right, bool transposesRight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Matrix<T> a = MatMulRecord<T>.Read(left, left.Values, transposesLeft);
        Matrix<T> b = MatMulRecord<T>.Read(right, right.Values, transposesRight);
        Tensor<T> output = tape.Rent(left.Shape.With(-2, a.Rows).With(-1, b.Columns));
        MatrixProduct.MultiplyBatch(
            MatMulRecord<T>.Batch(output), in a, in b, output.Values, accumulate: false, tape);
        if (tape.TryRecord(output, left.RequiresGradient || right.RequiresGradient, out MatMulRecord<T>? record))
        {
            record.Left = left;
            record.TransposesLeft = transposesLeft;
            record.Right = right;
            record.TransposesRight = transposesRight;
        }

        return output;
    }
}

/// <summary>
/// With a = left and b = right as they are read: ∂a = ∂output · bᵀ, ∂b = aᵀ · ∂output; where a factor is read
/// transposed, the transpose of that.
/// </summary>
internal sealed class MatMulRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Left { get; set; } = null!; // Set right after the record is taken.

    public bool TransposesLeft { get; set; }

    public Tensor<T> Right { get; set; } = null!; // Set right after the record is taken.

    public bool TransposesRight { get; set; }

    internal override string Name => Output.Shape.Rank == 2 ? "MatMul" : "BatchMatMul";

    /// <summary>The first matrix of the last two axes.</summary>
    public static Matrix<T> Read(Tensor<T> tensor, ReadOnlySpan<T> values, bool transposes)
    {
        Shape shape = tensor.Shape;
        Matrix<T> matrix = new(values, shape[shape.Rank - 2], shape[shape.Rank - 1]);
        return transposes ? matrix.Transposed : matrix;
    }

    /// <summary>How many matrices there are.</summary>
    public static int Batch(Tensor<T> tensor) => tensor.Shape.LengthOf(0, tensor.Shape.Rank - 2);

    protected internal override void Backward(Tape<T> tape)
    {
        int batch = Batch(Output);
        Matrix<T> upstream = Read(Output, Output.Gradient, transposes: false);
        Matrix<T> left = Read(Left, Left.Values, TransposesLeft), right = Read(Right, Right.Values, TransposesRight);
        if (Left.TryTakeGradient(tape, out Span<T> ofLeft, out bool accumulate))
        {
            Matrix<T> first = TransposesLeft ? right : upstream;
            Matrix<T> second = TransposesLeft ? upstream.Transposed : right.Transposed;
            MatrixProduct.MultiplyBatch(batch, in first, in second, ofLeft, accumulate, tape);
        }

        if (Right.TryTakeGradient(tape, out Span<T> ofRight, out accumulate))
        {
            Matrix<T> first = TransposesRight ? upstream.Transposed : left.Transposed;
            Matrix<T> second = TransposesRight ? left : upstream;
            MatrixProduct.MultiplyBatch(batch, in first, in second, ofRight, accumulate, tape);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        Tape<T> tape = pass.Tape;
        Tensor<T> upstream = pass.Upstream;
        if (GradientPass<T>.Wants(Left))
        {
            pass.Add(Left, TransposesLeft
                ? tape.Product(Right, TransposesRight, upstream, transposesRight: true)
                : tape.Product(upstream, transposesLeft: false, Right, !TransposesRight));
        }

        if (GradientPass<T>.Wants(Right))
        {
            pass.Add(Right, TransposesRight
                ? tape.Product(upstream, transposesLeft: true, Left, TransposesLeft)
                : tape.Product(Left, !TransposesLeft, upstream, transposesRight: false));
        }
    }
}

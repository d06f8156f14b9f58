using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Products of many matrices at once: the scores and the sums of an attention.</summary>
public static class BatchMatMulOperation
{
    /// <summary>left · right for each matrix of the last two axes.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="left">Shape <c>[…, rows, inner]</c>, or <c>[…, inner, rows]</c> where it is transposed.</param>
    /// <param name="right">
    /// Shape <c>[…, inner, columns]</c>, or <c>[…, columns, inner]</c> where it is transposed; the same axes in front.
    /// </param>
    /// <param name="transposesLeft">True to read each left matrix transposed.</param>
    /// <param name="transposesRight">True to read each right matrix transposed.</param>
    /// <returns>Shape <c>[…, rows, columns]</c>.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor<T> BatchMatMul<T>(
        this Tape<T> tape, Tensor<T> left, Tensor<T> right, bool transposesLeft = false, bool transposesRight = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        Shape a = left.Shape, b = right.Shape;
        bool isBatch = a.Rank == b.Rank && a.Rank >= 2;
        for (int axis = 0; isBatch && axis < a.Rank - 2; axis++)
        {
            isBatch = a[axis] == b[axis];
        }

        string name = OperationName.In("BatchMatMul", tape.Scope);
        if (!isBatch)
        {
            ShapeCheck.Fail(
                $"{name}: left is {a}, right is {b}; they need two axes or more, equal but for the last two.",
                nameof(right));
        }

        int inner = a[transposesLeft ? a.Rank - 2 : a.Rank - 1], rows = b[transposesRight ? b.Rank - 1 : b.Rank - 2];
        if (inner != rows)
        {
            ShapeCheck.Fail(
                $"{name}: left is {a}{Note(transposesLeft)}, right is {b}{Note(transposesRight)}; the columns of left "
                + $"" +
                $"({inner}) must be as many as the rows of right ({rows}).",
                nameof(right));
        }

        return tape.Product(left, transposesLeft, right, transposesRight);
    }

    private static string Note(bool isTransposed) => isTransposed ? " transposed" : "";
}

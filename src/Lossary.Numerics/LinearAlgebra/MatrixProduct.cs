using System.Numerics;

namespace Lossary.Numerics;

/// <summary>
/// Products of row-major matrices: output = start + left · right, each factor as it stands or transposed.
/// </summary>
/// <remarks>
/// Every element is one chain of fused multiply-adds in index order, from 0, the bias or what the output holds: the
/// same bits for every machine, orientation and number of threads. Large products are cut into blocks that share packed
/// factors and are spread over <see cref="WorkerPool.Shared"/>, after Goto and van de Geijn, Anatomy of
/// high-performance matrix multiplication (doi:10.1145/1356052.1356053). Nothing is allocated: the caller brings the
/// memory.
/// </remarks>
public static partial class MatrixProduct
{
    /// <summary>How much workspace a product needs.</summary>
    /// <param name="left">The left factor, <c>[rows, inner]</c>; its numbers are not read.</param>
    /// <param name="right">The right factor, <c>[inner, columns]</c>; its numbers are not read.</param>
    /// <returns>A number of elements; often 0 for small products.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, or the product is too large.</exception>
    public static int WorkspaceLength<T>(in Matrix<T> left, in Matrix<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireFit(in left, in right);
        ProductLayout layout = ProductLayout.Of<T>(
            left.Rows, left.Columns, right.Columns, left.IsTransposed, right.IsTransposed);
        return layout.WorkspaceLength <= Array.MaxLength
            ? (int)layout.WorkspaceLength
            : throw new ArgumentException(
                $"The product of {left.ToString()} and {right.ToString()} is too large.", nameof(right));
    }

    /// <summary>output = start + left · right.</summary>
    /// <param name="left">The left factor, <c>[rows, inner]</c>.</param>
    /// <param name="right">The right factor, <c>[inner, columns]</c>.</param>
    /// <param name="output">Shape <c>[rows, columns]</c>, and what the sums start from.</param>
    /// <param name="workspace">At least <see cref="WorkspaceLength"/> elements; what stands in it is lost.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or a memory is too short.</exception>
    public static void Multiply<T>(
        in Matrix<T> left, in Matrix<T> right, in ProductOutput<T> output, Span<T> workspace)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Multiply(in left, in right, in output, workspace, default(NoFinish<T>));

    /// <summary>output = finish(start + left · right), each element finished while it is in the cache.</summary>
    /// <param name="left">The left factor, <c>[rows, inner]</c>.</param>
    /// <param name="right">The right factor, <c>[inner, columns]</c>.</param>
    /// <param name="output">Shape <c>[rows, columns]</c>, and what the sums start from.</param>
    /// <param name="workspace">At least <see cref="WorkspaceLength"/> elements; what stands in it is lost.</param>
    /// <param name="finish">What is done to each element once its sum is complete.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or a memory is too short.</exception>
    public static void Multiply<T, TFinish>(
        in Matrix<T> left, in Matrix<T> right, in ProductOutput<T> output, Span<T> workspace, TFinish finish)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFinish : struct, IProductFinish<T>
    {
        RequireFit(in left, in right);
        int rows = left.Rows, columns = right.Columns;
        RequireOutput(in output, rows, columns);
        if (rows == 0 || columns == 0)
        {
            return;
        }

        ProductLayout layout = ProductLayout.Of<T>(rows, left.Columns, columns, left.IsTransposed, right.IsTransposed);
        if (workspace.Length < layout.WorkspaceLength)
        {
            throw new ArgumentException(
                $"workspace has {workspace.Length} elements; the product of {left.ToString()} and {right.ToString()} " +
                $"takes {layout.WorkspaceLength}.",
                nameof(workspace));
        }

        ProductStart.Run(in left, in right, in output, workspace, in layout, finish);
    }

    private static void RequireFit<T>(in Matrix<T> left, in Matrix<T> right)
    {
        if (left.Columns != right.Rows)
        {
            throw new ArgumentException(
                $"left is {left.ToString()}, right is {right.ToString()}; the columns of left ({left.Columns}) must "
                + $"be " +
                $"as many as the rows of right ({right.Rows}).",
                nameof(right));
        }
    }

    private static void RequireOutput<T>(in ProductOutput<T> output, int rows, int columns)
    {
        int stride = output.Stride == 0 ? columns : output.Stride;
        if (stride < columns || output.Values.Length < Matrix<T>.LengthOf(rows, columns, stride))
        {
            throw new ArgumentException(
                $"output has {output.Values.Length} elements; {rows} rows of {columns}, {stride} apart, do not fit.",
                nameof(output));
        }

        if (!output.Bias.IsEmpty && (output.Accumulate || output.Bias.Length != columns))
        {
            throw new ArgumentException(
                output.Accumulate
                    ? "output has a bias and is accumulated to; only one of them can start the sums."
                    : $"The bias has {output.Bias.Length} elements, the product {columns} columns.",
                nameof(output));
        }
    }
}

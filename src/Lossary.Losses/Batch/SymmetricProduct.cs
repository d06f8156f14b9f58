using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>X Xᵀ: what lies right of the diagonal, copied to the left of it.</summary>
/// <remarks>
/// An element is one chain of multiplications and additions in index order, and in each multiplication the factors may
/// change places: these are the bits of the whole product, for little more than half of its work.
/// </remarks>
internal static class SymmetricProduct
{
    /// <summary>Writes X Xᵀ.</summary>
    /// <param name="rows">X, <c>[order, width]</c>.</param>
    /// <param name="product">Shape <c>[order, order]</c>.</param>
    /// <param name="tape">Whose workspace is used.</param>
    public static unsafe void Run<T>(in Matrix<T> rows, Span<T> product, Tape<T> tape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Matrix<T> columns = rows.Transposed;
        ProductOutput<T> output = new(product) { IsUpper = true };
        Span<T> workspace = tape.Workspace(MatrixProduct.WorkspaceLength(in rows, in columns));
        MatrixProduct.Multiply(in rows, in columns, in output, workspace);
        fixed (T* square = product)
        {
            SymmetricTiles<T>.Mirror(square, rows.Rows);
        }
    }
}

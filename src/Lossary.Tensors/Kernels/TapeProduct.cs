using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Matrix products in a tape's workspace.</summary>
internal static class TapeProduct
{
    extension(MatrixProduct)
    {
        /// <summary>output = start + left · right, where the start is the bias, or with accumulation the output.</summary>
        /// <param name="left">The left factor, <c>[rows, inner]</c>.</param>
        /// <param name="right">The right factor, <c>[inner, columns]</c>.</param>
        /// <param name="bias">Shape <c>[columns]</c>, added to every row; or empty.</param>
        /// <param name="output">Shape <c>[rows, columns]</c>; apart from the factors.</param>
        /// <param name="accumulate">True to add to what the output holds; then there must be no bias.</param>
        /// <param name="tape">Whose workspace is used.</param>
        public static void Multiply<T>(
            in Matrix<T> left, in Matrix<T> right, ReadOnlySpan<T> bias, Span<T> output, bool accumulate, Tape<T> tape)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            Span<T> workspace = tape.Workspace(MatrixProduct.WorkspaceLength(in left, in right));
            ProductOutput<T> product = new(output) { Bias = bias, Accumulate = accumulate };
            MatrixProduct.Multiply(in left, in right, in product, workspace);
        }
    }
}

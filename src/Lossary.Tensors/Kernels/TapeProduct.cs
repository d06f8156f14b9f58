using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Matrix products in a tape's workspace.</summary>
internal static class TapeProduct
{
    extension(MatrixProduct)
    {
        /// <summary>
        /// output = start + left · right, where the start is the bias, or with accumulation the output.
        /// </summary>
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

        /// <summary>output = activation(bias + left · right).</summary>
        /// <param name="left">The left factor, <c>[rows, inner]</c>.</param>
        /// <param name="right">The right factor, <c>[inner, columns]</c>.</param>
        /// <param name="bias">Shape <c>[columns]</c>.</param>
        /// <param name="activation">Applied to the elements while they are in the cache.</param>
        /// <param name="output">Shape <c>[rows, columns]</c>; apart from the factors.</param>
        /// <param name="tape">Whose workspace is used.</param>
        public static void Multiply<T>(
            in Matrix<T> left, in Matrix<T> right, ReadOnlySpan<T> bias, Activation activation, Span<T> output,
            Tape<T> tape)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            Span<T> workspace = tape.Workspace(MatrixProduct.WorkspaceLength(in left, in right));
            ProductOutput<T> product = new(output) { Bias = bias };
            MatrixProduct.Multiply(in left, in right, in product, workspace, new ActivationFinish<T>(activation));
        }

        /// <summary>
        /// Products of matrices that lie one behind the other: outputᵢ = leftᵢ · rightᵢ, or added to it.
        /// </summary>
        /// <param name="batch">How many.</param>
        /// <param name="left">The first left factor.</param>
        /// <param name="right">The first right factor.</param>
        /// <param name="output">Shape <c>[batch, rows, columns]</c>; apart from the factors.</param>
        /// <param name="accumulate">True to add to what the output holds.</param>
        /// <param name="tape">Whose workspace is used.</param>
        public static void MultiplyBatch<T>(
            int batch, in Matrix<T> left, in Matrix<T> right, Span<T> output, bool accumulate, Tape<T> tape)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            Span<T> workspace = tape.Workspace(MatrixProduct.BatchWorkspaceLength(batch, in left, in right));
            ProductOutput<T> product = new(output) { Accumulate = accumulate };
            MatrixProduct.MultiplyBatch(
                batch, in left, left.Rows * left.Columns, in right, right.Rows * right.Columns, in product,
                left.Rows * right.Columns, workspace);
        }
    }

    private readonly struct ActivationFinish<T>(Activation activation) : IProductFinish<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Finish(Span<T> values) => activation.Forward<T>(values, values);
    }
}

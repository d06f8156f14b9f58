using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Terms made of the rows of a matrix of similarities or distances that is never stored as a whole.</summary>
/// <remarks>
/// The matrix is computed in blocks of rows of at most 2²⁰ numbers, or one row. One that fits a block is computed once;
/// a larger one again in the backward half, so that memory grows with the number of embeddings and not with its square.
/// The bits are the same for any number of threads.
/// </remarks>
public static class BatchTermsOperation
{
    /// <summary>How many numbers of the matrix stand in memory at once.</summary>
    internal const int BlockLength = 1 << 20;

    /// <summary>A term for each query from its measures with all candidates.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="term">What is made of a row.</param>
    /// <param name="measure">What a row holds.</param>
    /// <param name="queries">Embeddings, <c>[n, d]</c>.</param>
    /// <param name="candidates">Embeddings, <c>[m, d]</c>; may be the queries themselves.</param>
    /// <returns>Terms and their weights, <c>[n]</c>.</returns>
    /// <exception cref="ArgumentException">The embeddings are no matrices of equal width.</exception>
    public static LossTerms<T> BatchTerms<T, TTerm>(
        this Tape<T> tape, TTerm term, PairMeasure measure, Tensor<T> queries, Tensor<T> candidates)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TTerm : struct, IBatchTerm
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(candidates);
        if (queries.Shape.Rank != 2 || candidates.Shape.Rank != 2 || queries.Shape[1] != candidates.Shape[1])
        {
            throw new ArgumentException(
                $"candidates has the shape {candidates.Shape}, queries has {queries.Shape}; both must be [rows, d].",
                nameof(candidates));
        }

        if (measure == PairMeasure.Cosine)
        {
            Tensor<T> directions = tape.NormaliseRows(queries);
            candidates = ReferenceEquals(queries, candidates) ? directions : tape.NormaliseRows(candidates);
            queries = directions;
        }

        int rows = queries.Shape[0];
        Tensor<T> terms = tape.Rent(new Shape(rows)), weights = tape.Rent(new Shape(rows));
        BatchMatrix<T> matrix = BatchMatrix<T>.Rent(tape, measure, queries, candidates);
        for (int start = 0; start < rows; start += matrix.BlockRows)
        {
            matrix.Compute(tape, start);
            matrix.Fold(term, start, terms.Values, weights.Values);
        }

        bool isDifferentiable = queries.RequiresGradient || candidates.RequiresGradient;
        if (tape.TryRecord(terms, isDifferentiable, out BatchTermsRecord<TTerm, T>? record))
        {
            record.Term = term;
            record.Matrix = matrix;
            record.IsKept = matrix.BlockRows >= rows;
        }

        return new(terms, weights);
    }
}

/// <summary>∂row of the matrix = ∂term · its derivatives by the row; from there to the embeddings.</summary>
internal sealed class BatchTermsRecord<TTerm, T> : Operation<T>, IComposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TTerm : struct, IBatchTerm
{
    public TTerm Term { get; set; }

    public BatchMatrix<T> Matrix { get; set; }

    /// <summary>Whether the block still holds all derivatives; using it up multiplies them by the upstream.</summary>
    public bool IsKept { get; set; }

    internal override void RecordBackward(GradientPass<T> pass) =>
        pass.Compose(this, Matrix.Queries, Matrix.Candidates);

    /// <remarks>The matrix as a whole: memory grows with the square of the batch here.</remarks>
    public Tensor<T> Compose(Tape<T> tape, ReadOnlySpan<Tensor<T>> inputs)
    {
        Tensor<T> measures = Matrix.IsDistance
            ? tape.SquaredDistancesBetween(inputs[0], inputs[1])
            : tape.MatMul(inputs[0], tape.Transpose(inputs[1]));
        measures = Matrix.Measure == PairMeasure.Euclidean ? tape.SqrtOrZero(measures) : measures;
        return Term.Compose(tape, measures) ?? throw Refusal();
    }

    protected internal override void Backward(Tape<T> tape)
    {
        BatchMatrix<T> matrix = Matrix;
        Span<T> unread = IsKept ? default : tape.RentMemory(2 * matrix.Rows);
        BatchGradient<T> gradient = new(tape, matrix);
        for (int start = 0; start < matrix.Rows; start += matrix.BlockRows)
        {
            if (!IsKept)
            {
                matrix.Compute(tape, start);
                matrix.Fold(Term, start, unread[..matrix.Rows], unread[matrix.Rows..]);
            }

            gradient.Add(start, Output.Gradient);
        }

        IsKept = false;
    }
}

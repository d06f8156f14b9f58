using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A block of rows of a matrix of similarities or distances.</summary>
/// <param name="Measure">What it holds; a cosine is the dot product of rows that are normalised already.</param>
/// <param name="Queries">Shape <c>[n, d]</c>.</param>
/// <param name="Candidates">Shape <c>[m, d]</c>.</param>
/// <param name="Memory">The block, <c>[rows of a block, m]</c>.</param>
/// <param name="Distances">
/// Where the distances stay while the block turns to derivatives; empty where not needed.
/// </param>
/// <param name="BlockRows">Rows of a block.</param>
internal readonly unsafe record struct BatchMatrix<T>(
    PairMeasure Measure, Tensor<T> Queries, Tensor<T> Candidates, ArraySegment<T> Memory, ArraySegment<T> Distances,
    int BlockRows)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Elements that one thread takes at a time.</summary>
    public const int ElementsOfRange = 1 << 14;

    /// <summary>How many rows there are.</summary>
    public int Rows => Queries.Shape[0];

    /// <summary>How many columns there are.</summary>
    public int Columns => Candidates.Shape[0];

    /// <summary>The width of an embedding.</summary>
    public int Width => Queries.Shape[1];

    /// <summary>Whether it holds distances, which are computed from differences.</summary>
    public bool IsDistance => Measure is PairMeasure.Euclidean or PairMeasure.SquaredEuclidean;

    /// <summary>Memory for a block on a tape.</summary>
    public static BatchMatrix<T> Rent(Tape<T> tape, PairMeasure measure, Tensor<T> queries, Tensor<T> candidates)
    {
        int columns = candidates.Shape[0];
        int rows = int.Clamp(BatchTermsOperation.BlockLength / int.Max(1, columns), 1, int.Max(1, queries.Shape[0]));
        ArraySegment<T> distances = measure == PairMeasure.Euclidean ? tape.RentMemory(rows * columns) : default;
        return new(measure, queries, candidates, tape.RentMemory(rows * columns), distances, rows);
    }

    /// <summary>The rows of the block that starts there.</summary>
    public int CountFrom(int start) => int.Min(BlockRows, Rows - start);

    /// <summary>Computes the block that starts at a row.</summary>
    public void Compute(Tape<T> tape, int start)
    {
        int count = CountFrom(start);
        if (IsDistance)
        {
            fixed (T* queries = Queries.Values, candidates = Candidates.Values, block = Memory.AsSpan(),
                kept = Distances.AsSpan())
            {
                DistanceRows<T> job = new(
                    queries + ((nint)start * Width), candidates, block, kept, Width, Columns,
                    Measure == PairMeasure.Euclidean);
                WorkerPool.Shared.RunRanges(count, int.Max(1, ElementsOfRange / int.Max(1, Columns * Width)), job);
            }

            return;
        }

        Matrix<T> left = new(Queries.Values[(start * Width)..], count, Width);
        if (ReferenceEquals(Queries, Candidates) && count == Columns)
        {
            SymmetricProduct.Run(in left, Memory.AsSpan(0, count * Columns), tape);
            return;
        }

        Matrix<T> right = new Matrix<T>(Candidates.Values, Columns, Width).Transposed;
        MatrixProduct.Multiply(in left, in right, default, Memory.AsSpan(0, count * Columns), accumulate: false, tape);
    }

    /// <summary>Makes the terms of the block that starts at a row; the block then holds their derivatives.</summary>
    public void Fold<TTerm>(TTerm term, int start, Span<T> terms, Span<T> weights)
        where TTerm : struct, IBatchTerm
    {
        fixed (T* block = Memory.AsSpan(), kept = Distances.AsSpan(), values = terms, shares = weights)
        {
            FoldRows<TTerm> job = new(term, block, kept, values, shares, start, Columns);
            WorkerPool.Shared.RunRanges(CountFrom(start), int.Max(1, ElementsOfRange / int.Max(1, Columns)), job);
        }
    }

    private readonly struct FoldRows<TTerm>(TTerm term, T* block, T* kept, T* terms, T* weights, int first, int columns)
        : IRangeJob
        where TTerm : struct, IBatchTerm
    {
        public void Run(int start, int count)
        {
            for (int row = start; row < start + count; row++)
            {
                Span<T> slopes = new(block + ((nint)row * columns), columns);
                terms[first + row] = term.Term(first + row, slopes, out T weight);
                weights[first + row] = weight;
                if (kept != null)
                {
                    Divide(slopes, kept + ((nint)row * columns));
                }
            }
        }

        /// <summary>From derivatives by distances to those by half the squared distances.</summary>
        private static void Divide(Span<T> slopes, T* distances)
        {
            for (int j = 0; j < slopes.Length; j++)
            {
                slopes[j] = distances[j] == T.Zero ? T.Zero : slopes[j] / distances[j];
            }
        }
    }
}

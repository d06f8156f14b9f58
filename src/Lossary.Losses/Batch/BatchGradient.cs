using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>From derivatives by a matrix of similarities or distances to those by the embeddings.</summary>
/// <remarks>
/// With the block's derivatives U, already times the upstream of their rows: for products ∂q += U x and ∂x += Uᵀ q; for
/// distances ∂qᵢ += Σⱼ uᵢⱼ (qᵢ − xⱼ) and ∂xⱼ += Σᵢ uᵢⱼ (xⱼ − qᵢ), from differences, so that close embeddings far from 0
/// keep their digits.
/// </remarks>
internal readonly unsafe ref struct BatchGradient<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Tape<T> _tape;
    private readonly BatchMatrix<T> _matrix;
    private readonly Span<T> _byQueries;
    private readonly Span<T> _byCandidates;

    public BatchGradient(Tape<T> tape, BatchMatrix<T> matrix)
    {
        _tape = tape;
        _matrix = matrix;
        _byQueries = Take(matrix.Queries);
        _byCandidates = Take(matrix.Candidates);
    }

    /// <summary>Adds the part of the block that starts at a row and holds the terms' derivatives.</summary>
    public void Add(int start, ReadOnlySpan<T> upstream)
    {
        int count = _matrix.CountFrom(start);
        fixed (T* block = _matrix.Memory.AsSpan(), slopes = upstream)
        {
            double factor = _matrix.Measure == PairMeasure.SquaredEuclidean ? 2 : 1;
            ScaledRows job = new(block, slopes + start, _matrix.Columns, T.CreateTruncating(factor));
            WorkerPool.Shared.RunRanges(count, Grain(_matrix.Columns), job);
        }

        if (_matrix.IsDistance)
        {
            AddDifferences(start, count);
        }
        else
        {
            AddProducts(start, count);
        }
    }

    private Span<T> Take(Tensor<T> tensor)
    {
        if (tensor.TryTakeGradient(_tape, out Span<T> gradient, out bool accumulate) && !accumulate)
        {
            gradient.Clear();
        }

        return gradient;
    }

    private void AddProducts(int start, int count)
    {
        int width = _matrix.Width;
        Span<T> block = _matrix.Memory.AsSpan(0, count * _matrix.Columns);
        Matrix<T> slopes = new(block, count, _matrix.Columns);
        if (ReferenceEquals(_matrix.Queries, _matrix.Candidates) && count == _matrix.Columns)
        {
            fixed (T* square = block)
            {
                SymmetricTiles<T>.Add(square, count);
            }

            Matrix<T> all = new(_matrix.Queries.Values, count, width);
            MatrixProduct.Multiply(in slopes, in all, default, _byQueries, accumulate: true, _tape);
            return;
        }

        if (!_byQueries.IsEmpty)
        {
            Matrix<T> candidates = new(_matrix.Candidates.Values, _matrix.Columns, width);
            Span<T> rows = _byQueries.Slice(start * width, count * width);
            MatrixProduct.Multiply(in slopes, in candidates, default, rows, accumulate: true, _tape);
        }

        if (!_byCandidates.IsEmpty)
        {
            Matrix<T> transposed = slopes.Transposed,
                queries = new(_matrix.Queries.Values[(start * width)..], count, width);
            MatrixProduct.Multiply(in transposed, in queries, default, _byCandidates, accumulate: true, _tape);
        }
    }

    private void AddDifferences(int start, int count)
    {
        int width = _matrix.Width, columns = _matrix.Columns;
        nint offset = (nint)start * width;
        fixed (T* block = _matrix.Memory.AsSpan(), queries = _matrix.Queries.Values,
            candidates = _matrix.Candidates.Values)
        {
            if (!_byQueries.IsEmpty)
            {
                fixed (T* to = _byQueries)
                {
                    Pulls job = new(block, columns, 1, queries + offset, candidates, to + offset, columns, width);
                    WorkerPool.Shared.RunRanges(count, Grain(columns * width), job);
                }
            }

            if (!_byCandidates.IsEmpty)
            {
                fixed (T* to = _byCandidates)
                {
                    Pulls job = new(block, 1, columns, candidates, queries + offset, to, count, width);
                    WorkerPool.Shared.RunRanges(columns, Grain(count * width), job);
                }
            }
        }
    }

    private static int Grain(int elements) => int.Max(1, BatchMatrix<T>.ElementsOfRange / int.Max(1, elements));

    /// <summary>
    /// Each row times its term's upstream; a term that does not count has derivatives of 0, whatever they were.
    /// </summary>
    private readonly struct ScaledRows(T* block, T* upstream, int columns, T factor) : IRangeJob
    {
        public void Run(int start, int count)
        {
            for (int row = start; row < start + count; row++)
            {
                Span<T> slopes = new(block + ((nint)row * columns), columns);
                T scale = factor * upstream[row];
                if (scale == T.Zero)
                {
                    slopes.Clear();
                }
                else
                {
                    System.Numerics.Tensors.TensorPrimitives.Multiply(slopes, scale, slopes);
                }
            }
        }
    }

    /// <summary>toᵢ += Σⱼ uᵢⱼ (hereᵢ − thereⱼ).</summary>
    private readonly struct Pulls(
        T* slopes, nint rowStep, nint columnStep, T* here, T* there, T* to, int others, int width) : IRangeJob
    {
        public void Run(int start, int count)
        {
            for (int row = start; row < start + count; row++)
            {
                for (int j = 0; j < others; j++)
                {
                    T slope = slopes[(row * rowStep) + (j * columnStep)];
                    if (slope != T.Zero)
                    {
                        Pull(slope, here + ((nint)row * width), there + ((nint)j * width), to + ((nint)row * width));
                    }
                }
            }
        }

        private void Pull(T slope, T* at, T* from, T* gradient)
        {
            int whole = width & ~(Vector<T>.Count - 1);
            Vector<T> factor = new(slope);
            for (int i = 0; i < whole; i += Vector<T>.Count)
            {
                Vector<T> pull = factor * (Vector.Load(at + i) - Vector.Load(from + i));
                Vector.Store(Vector.Load(gradient + i) + pull, gradient + i);
            }

            for (int i = whole; i < width; i++)
            {
                gradient[i] += slope * (at[i] - from[i]);
            }
        }
    }
}

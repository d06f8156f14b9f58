using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Rows of a table, looked up by number: words, users, categories.</summary>
public static class EmbeddingOperation
{
    /// <summary>The table's row for each id.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="ids">Any shape of whole numbers in 0 … rows − 1; nothing is differentiated by them.</param>
    /// <param name="table">Shape <c>[rows, width]</c>.</param>
    /// <param name="padding">A row that stands for nothing and is not trained; null for none.</param>
    /// <returns>The ids' shape and then the width.</returns>
    /// <exception cref="ArgumentException">An id is no row's number, or the padding is not.</exception>
    public static Tensor<T> Embedding<T>(this Tape<T> tape, Tensor<T> ids, Tensor<T> table, int? padding = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(ids);
        ShapeCheck.Matrix("Embedding", nameof(table), table);
        if (padding is int row && (row < 0 || row >= table.Shape[0]))
        {
            ShapeCheck.Fail(
                $"Embedding: padding is {row}, table is {table.Shape}; it has no such row.", nameof(padding));
        }

        int width = table.Shape[1];
        Tensor<T> output = tape.Rent(ids.Shape.Insert(ids.Shape.Rank, width));
        ReadOnlySpan<T> numbers = ids.Values;
        for (int i = 0; i < numbers.Length; i++)
        {
            int id = RowOf(numbers[i], i, table.Shape);
            table.Values.Slice(id * width, width).CopyTo(output.Values[(i * width)..]);
        }

        if (tape.TryRecord(output, table.RequiresGradient, out EmbeddingRecord<T>? record))
        {
            record.Ids = ids;
            record.Table = table;
            record.Padding = padding ?? -1;
        }

        return output;
    }

    private static int RowOf<T>(T number, int index, Shape table) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double id = double.CreateTruncating(number);
        if (!(id >= 0 && id < table[0] && id == Math.Floor(id)))
        {
            ShapeCheck.Fail(
                FormattableString.Invariant($"Embedding: ids[{index}] is {id}, table is {table}; ") +
                $"ids are whole numbers from 0 to {table[0] - 1}.",
                "ids");
        }

        return (int)id;
    }
}

/// <summary>∂table: to each row, the sum of ∂output where it was looked up, in the order of the ids.</summary>
internal sealed class EmbeddingRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Into how many parts the table's rows are cut; each part's thread looks at all ids.</summary>
    private const int Parts = 8;

    /// <summary>Fewer numbers are added by one thread.</summary>
    private const int ShortestShared = 1 << 17;

    public Tensor<T> Ids { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Table { get; set; } = null!; // Set right after the record is taken.

    /// <summary>The row that is left alone; −1 for none.</summary>
    public int Padding { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        if (!Table.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            return;
        }

        if (!accumulate)
        {
            gradient.Clear();
        }

        int rows = Table.Shape[0];
        int range = Output.Shape.Length < ShortestShared ? rows : (rows + Parts - 1) / Parts;
        WorkerPool.Shared.RunRanges(
            rows, Math.Max(1, range), new Scatter(Ids.Values, Output.Gradient, gradient, Table.Shape[1], Padding));
    }

    private readonly ref struct Scatter(
        ReadOnlySpan<T> ids, ReadOnlySpan<T> upstream, Span<T> gradient, int width, int padding) : IRangeJob
    {
        private readonly ReadOnlySpan<T> _ids = ids;
        private readonly ReadOnlySpan<T> _upstream = upstream;
        private readonly Span<T> _gradient = gradient;

        public void Run(int start, int count)
        {
            for (int i = 0; i < _ids.Length; i++)
            {
                int row = int.CreateTruncating(_ids[i]);
                if (row >= start && row < start + count && row != padding)
                {
                    Sweep.Run(
                        default(Copy), _upstream.Slice(i * width, width), _gradient.Slice(row * width, width),
                        accumulate: true);
                }
            }
        }
    }
}

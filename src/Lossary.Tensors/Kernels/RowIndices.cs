using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Indices of rows that came as numbers in a tensor, checked; the memory only grows.</summary>
internal sealed class RowIndices
{
    private int[] _indices = [];

    /// <summary>How many indices there are.</summary>
    public int Count { get; private set; }

    /// <summary>Reads indices.</summary>
    /// <exception cref="ArgumentException">One is not an integer, or not in 0 … rows − 1.</exception>
    public void Read<T>(Tape<T> tape, string operation, Tensor<T> indices, int rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> numbers = indices.Values;
        if (_indices.Length < numbers.Length)
        {
            _indices = new int[numbers.Length];
        }

        for (int i = 0; i < numbers.Length; i++)
        {
            double number = double.CreateTruncating(numbers[i]);
            if (!(number >= 0 && number < rows && number == Math.Floor(number)))
            {
                ShapeCheck.Fail(
                    FormattableString.Invariant(
                        $"{OperationName.In(operation, tape.Scope)}: indices[{i}] is {number}; ") +
                    $"an integer in 0 … {rows - 1} is expected, for {rows} rows.",
                    nameof(indices));
            }

            _indices[i] = (int)number;
        }

        Count = numbers.Length;
    }

    /// <summary>to[i] = table[indices[i]], or to[i] + that, row by row.</summary>
    public void Gather<T>(ReadOnlySpan<T> table, Span<T> to, int width, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < Count; i++)
        {
            ReadOnlySpan<T> row = table.Slice(_indices[i] * width, width);
            Span<T> place = to.Slice(i * width, width);
            if (accumulate)
            {
                Sweep.Run(default(Total), row, place, place);
            }
            else
            {
                row.CopyTo(place);
            }
        }
    }

    /// <summary>table[indices[i]] += from[i], in the order of the indices: the same bits every time.</summary>
    public void ScatterAdd<T>(ReadOnlySpan<T> from, Span<T> table, int width)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < Count; i++)
        {
            Span<T> place = table.Slice(_indices[i] * width, width);
            Sweep.Run(default(Total), from.Slice(i * width, width), place, place);
        }
    }
}

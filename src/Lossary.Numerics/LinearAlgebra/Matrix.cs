namespace Lossary.Numerics;

/// <summary>A row-major matrix as a factor of a product, read as it stands or transposed.</summary>
/// <typeparam name="T">float or double.</typeparam>
public readonly ref struct Matrix<T>
{
    /// <summary>Views numbers that lie row by row without gaps.</summary>
    /// <param name="values">At least <c>rows · columns</c> numbers.</param>
    /// <param name="rows">How many rows lie in memory; not negative.</param>
    /// <param name="columns">How many numbers a row has; not negative.</param>
    public Matrix(ReadOnlySpan<T> values, int rows, int columns)
        : this(values, rows, columns, columns)
    {
    }

    /// <summary>Views a part of wider rows, such as one head of an attention.</summary>
    /// <param name="values">From the first number of the first row to the last of the last, at least.</param>
    /// <param name="rows">How many rows lie in memory; not negative.</param>
    /// <param name="columns">How many numbers of a row belong to the matrix; not negative.</param>
    /// <param name="stride">The distance from row to row; at least <paramref name="columns"/>.</param>
    /// <exception cref="ArgumentException">The numbers are too few.</exception>
    public Matrix(ReadOnlySpan<T> values, int rows, int columns, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, columns);
        if (values.Length < LengthOf(rows, columns, stride))
        {
            throw new ArgumentException(
                $"values has {values.Length} elements; {rows} rows of {columns}, {stride} apart, " +
                $"take {LengthOf(rows, columns, stride)}.",
                nameof(values));
        }

        Values = values;
        StoredRows = rows;
        StoredColumns = columns;
        Stride = stride;
    }

    /// <summary>The numbers, from the first row on.</summary>
    public ReadOnlySpan<T> Values { get; }

    /// <summary>Rows in memory.</summary>
    public int StoredRows { get; }

    /// <summary>Columns in memory.</summary>
    public int StoredColumns { get; }

    /// <summary>The distance from row to row in memory.</summary>
    public int Stride { get; }

    /// <summary>True where the matrix is read with rows and columns exchanged.</summary>
    public bool IsTransposed { get; private init; }

    /// <summary>Rows as they are read.</summary>
    public int Rows => IsTransposed ? StoredColumns : StoredRows;

    /// <summary>Columns as they are read.</summary>
    public int Columns => IsTransposed ? StoredRows : StoredColumns;

    /// <summary>The same numbers with rows and columns exchanged; nothing is copied.</summary>
    public Matrix<T> Transposed => new(Values, StoredRows, StoredColumns, Stride) { IsTransposed = !IsTransposed };

    /// <summary>How many numbers lie between the first and the last, these included.</summary>
    internal long Extent => LengthOf(StoredRows, StoredColumns, Stride);

    /// <summary>The matrix of the same shape that starts further on in the same memory.</summary>
    internal Matrix<T> From(long offset) =>
        new(Values[checked((int)offset)..], StoredRows, StoredColumns, Stride) { IsTransposed = IsTransposed };

    /// <summary>The shape as it is read, as it is written in messages: <c>[32, 13]</c>.</summary>
    public override string ToString() => $"[{Rows}, {Columns}]";

    /// <summary>How much memory rows take that lie some way apart.</summary>
    internal static long LengthOf(int rows, int columns, int stride) =>
        rows == 0 || columns == 0 ? 0 : ((rows - 1L) * stride) + columns;
}

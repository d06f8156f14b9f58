namespace Lossary.Tensors;

/// <summary>A row-major matrix as a factor of a product, read as it stands or transposed.</summary>
internal readonly ref struct Matrix<T>(ReadOnlySpan<T> values, int rows, int columns)
{
    public readonly ReadOnlySpan<T> Values = values;

    /// <summary>Rows in memory.</summary>
    public readonly int StoredRows = rows;

    /// <summary>Columns in memory: the distance from row to row.</summary>
    public readonly int StoredColumns = columns;

    public bool IsTransposed { get; private init; }

    public int Rows => IsTransposed ? StoredColumns : StoredRows;

    public int Columns => IsTransposed ? StoredRows : StoredColumns;

    public Matrix<T> Transposed => new(Values, StoredRows, StoredColumns) { IsTransposed = !IsTransposed };
}

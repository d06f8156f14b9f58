namespace Lossary.Tensors;

/// <summary>A matrix in pinned memory, by the distances of its elements.</summary>
/// <param name="At">The first element; null for no matrix.</param>
/// <param name="Stride">From row to row; 0 repeats one row.</param>
/// <param name="Step">From column to column.</param>
internal readonly unsafe record struct StridedRows<T>(nint At, nint Stride, nint Step) where T : unmanaged
{
    public StridedRows(T* at, nint stride, nint step = 1)
        : this((nint)at, stride, step)
    {
    }

    public T* Pointer => (T*)At;

    /// <summary>The same with rows and columns exchanged.</summary>
    public StridedRows<T> Transposed => new(At, Step, Stride);

    /// <summary>The same rows, so many elements further on.</summary>
    public StridedRows<T> Moved(nint elements) => this with { At = (nint)(Pointer + elements) };

    /// <summary>Copies the first numbers of each row; both have their columns side by side.</summary>
    public static void Copy(StridedRows<T> from, StridedRows<T> to, int rows, int columns)
    {
        for (nint row = 0; row < rows; row++)
        {
            new ReadOnlySpan<T>(from.Pointer + (row * from.Stride), columns).CopyTo(
                new Span<T>(to.Pointer + (row * to.Stride), columns));
        }
    }
}

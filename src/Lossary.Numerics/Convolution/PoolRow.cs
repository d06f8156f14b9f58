namespace Lossary.Numerics;

/// <summary>A row of positions of a pooling, in one image: where it reads, and where it writes.</summary>
internal unsafe struct PoolRow<T> where T : unmanaged
{
    public PoolAxis Columns;
    public nint Channels;

    /// <summary>The image, and in a backward pass the gradient of it.</summary>
    public T* Image;
    public T* ImageGradient;
    public nint Width;

    /// <summary>The rows that all positions read, and what a mean divides by.</summary>
    public int FirstRow;
    public int RowCount;
    public int RowStep;
    public int RowDivisor;

    /// <summary>The row of positions, and in a backward pass the gradient of it.</summary>
    public T* Output;
    public T* Upstream;

    /// <summary>True where gradients are added to what is there.</summary>
    public bool IsAdding;
}

namespace Lossary.Numerics;

/// <summary>Where a matrix product goes, and what its sums start from: 0, a bias, or what stands there.</summary>
/// <typeparam name="T">float or double.</typeparam>
public readonly ref struct ProductOutput<T>
{
    /// <summary>Writes rows without gaps.</summary>
    /// <param name="values">Shape <c>[rows, columns]</c> of the product; apart from the factors.</param>
    public ProductOutput(Span<T> values)
    {
        Values = values;
    }

    /// <summary>Writes a part of wider rows; what lies between is not touched.</summary>
    /// <param name="values">From the first number of the first row to the last of the last, at least.</param>
    /// <param name="stride">The distance from row to row; at least the product's columns.</param>
    public ProductOutput(Span<T> values, int stride)
    {
        Values = values;
        Stride = stride;
    }

    /// <summary>The memory of the product; apart from that of the factors.</summary>
    public Span<T> Values { get; }

    /// <summary>The distance from row to row; 0 stands for rows without gaps.</summary>
    public int Stride { get; }

    /// <summary>Shape <c>[columns]</c>, added to every row; or empty.</summary>
    public ReadOnlySpan<T> Bias { get; init; }

    /// <summary>True to add to what stands in the memory; then there is no bias.</summary>
    public bool Accumulate { get; init; }

    /// <summary>
    /// True where numbers left of the diagonal are not asked for: they may be written or left as they were.
    /// </summary>
    internal bool IsUpper { get; init; }

    /// <summary>The output of the same shape that starts further on in the same memory.</summary>
    internal ProductOutput<T> From(long offset) =>
        new(Values[checked((int)offset)..], Stride) { Bias = Bias, Accumulate = Accumulate, IsUpper = IsUpper };
}

namespace Lossary.Reports;

/// <summary>A line through points, with an optional band about it.</summary>
/// <param name="Name">What stands at the line's end.</param>
/// <param name="X">The horizontal values [n], rising.</param>
/// <param name="Y">The vertical values [n]; NaN leaves a gap.</param>
/// <param name="Style">The line's look.</param>
/// <exception cref="ArgumentException">The two lists differ in length.</exception>
public sealed record LineSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y, SeriesStyle Style)
{
    /// <summary>The vertical values [n].</summary>
    public IReadOnlyList<double> Y { get; } = SameLength(X, Y);

    /// <summary>The band's lower edge [n]; none without <see cref="Upper"/>.</summary>
    public IReadOnlyList<double>? Lower { get; init; }

    /// <summary>The band's upper edge [n]; none without <see cref="Lower"/>.</summary>
    public IReadOnlyList<double>? Upper { get; init; }

    /// <summary>Whether the line is the one to look at first.</summary>
    public bool IsEmphasised { get; init; }

    private static IReadOnlyList<double> SameLength(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return x.Count == y.Count
            ? y
            : throw new ArgumentException($"Y has {y.Count} elements, X has {x.Count}.", nameof(y));
    }
}

namespace Lossary.Studies;

/// <summary>Some of the rows.</summary>
/// <param name="Name">
/// The class, the level, or which fifth: lowest, second, middle, fourth, highest; empty for a mere range.
/// </param>
/// <param name="Positions">Positions in the target, ascending.</param>
public sealed record Segment(string Name, IReadOnlyList<int> Positions)
{
    /// <summary>The value that all of the rows are above; null where there is none.</summary>
    public double? Above { get; init; }

    /// <summary>The value that all of the rows are at or below; null where there is none.</summary>
    public double? UpTo { get; init; }
}

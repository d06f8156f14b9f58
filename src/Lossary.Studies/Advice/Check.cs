namespace Lossary.Studies;

/// <summary>What became of a condition.</summary>
/// <param name="Condition">The condition in words: <c>outliers &gt; 1 %</c>.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Seen">What it saw: <c>3.2 %</c>.</param>
public sealed record Check(string Condition, bool Holds, string Seen)
{
    /// <summary>What is to be said for it where it holds.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];
}

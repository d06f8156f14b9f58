namespace Lossary.Studies;

/// <summary>A number that a profile found.</summary>
/// <param name="Card">What it is.</param>
/// <param name="Value">The number; finite.</param>
/// <param name="Low">The lower end of its 95 % interval; null where none is computed.</param>
/// <param name="High">The upper end of its 95 % interval; null where none is computed.</param>
public sealed record Fact(FactCard Card, double Value, double? Low = null, double? High = null);

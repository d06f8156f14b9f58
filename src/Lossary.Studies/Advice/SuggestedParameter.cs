namespace Lossary.Studies;

/// <summary>A parameter of a suggested objective.</summary>
/// <param name="Name">As typed: <c>delta</c>.</param>
/// <param name="Value">On the target's own scale where it is a length.</param>
/// <param name="ValueInComparison">In units of the target's spread where it is a length.</param>
/// <param name="How">How it was estimated: <c>1.345 × noise-scale</c>.</param>
public sealed record SuggestedParameter(string Name, double Value, double ValueInComparison, string How);

namespace Lossary.Reports;

/// <summary>A plot with the sentence that says what to see in it; its numbers follow as a table.</summary>
/// <param name="Plot">The plot.</param>
/// <param name="Caption">What to see, in one or two sentences.</param>
public sealed record Figure(Plot Plot, string Caption) : Block;

namespace Lossary.Data;

/// <summary>A cell of a column of numbers that holds none.</summary>
/// <param name="Text">What it holds.</param>
/// <param name="Row">Line of the file as an editor counts it.</param>
public sealed record InvalidCell(string Text, int Row);

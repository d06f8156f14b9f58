namespace Lossary.Reports;

/// <summary>A number worth its own place, with what it counts.</summary>
/// <param name="Label">What the number is, for instance "MAE of the winner".</param>
/// <param name="Value">The number as text, for instance "14.2 k".</param>
/// <param name="Note">What to hold against it, for instance "13.8–14.6 k".</param>
public sealed record KeyFigure(string Label, string Value, string? Note = null);

namespace Lossary.Reports;

/// <summary>A stretch of a terminal line in one colour.</summary>
/// <param name="Text">The text, free of control characters.</param>
/// <param name="Style">The look to give it; none for the terminal's own colour.</param>
public readonly record struct TerminalSpan(string Text, SeriesStyle? Style = null);

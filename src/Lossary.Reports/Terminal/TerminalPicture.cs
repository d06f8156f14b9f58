namespace Lossary.Reports;

/// <summary>Lines for a terminal, whose writer decides about colour.</summary>
/// <param name="Lines">The lines from top to bottom, each in stretches of one colour.</param>
public sealed record TerminalPicture(IReadOnlyList<IReadOnlyList<TerminalSpan>> Lines)
{
    /// <summary>The picture as plain text, with LF line ends and none at the end.</summary>
    public override string ToString() => string.Join('\n', Lines.Select(line =>
        string.Concat(line.Select(span => span.Text)).TrimEnd()));
}

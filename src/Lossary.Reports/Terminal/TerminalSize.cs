namespace Lossary.Reports;

/// <summary>The room that a picture may take in a terminal.</summary>
/// <param name="Columns">The columns; a picture that does not fit comes out empty.</param>
/// <param name="Rows">The rows, those of the axes included.</param>
public readonly record struct TerminalSize(int Columns, int Rows)
{
    /// <summary>What characters may be used.</summary>
    public TerminalCharacters Characters { get; init; }
}

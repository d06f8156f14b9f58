namespace Lossary.Reports;

/// <summary>What characters a terminal can show.</summary>
public enum TerminalCharacters
{
    /// <summary>Braille dots, blocks and box lines.</summary>
    Unicode,

    /// <summary>ASCII alone.</summary>
    Ascii,
}

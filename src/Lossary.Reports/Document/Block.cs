namespace Lossary.Reports;

/// <summary>A piece of a report: each renderer knows how to write every kind of it.</summary>
/// <remarks>All text is plain text: renderers escape it, so that names from a data file can never become
/// markup.</remarks>
public abstract record Block
{
    private protected Block()
    {
    }
}

namespace Lossary.Reports;

/// <summary>A column's heading and how its cells are set.</summary>
/// <param name="Header">The heading.</param>
/// <param name="IsNumeric">Whether cells stand right-aligned, in figures of equal width.</param>
public sealed record TableColumn(string Header, bool IsNumeric)
{
    /// <summary>A column of words.</summary>
    /// <param name="header">The heading.</param>
    public static TableColumn Words(string header) => new(header, IsNumeric: false);

    /// <summary>A column of numbers.</summary>
    /// <param name="header">The heading.</param>
    public static TableColumn Numbers(string header) => new(header, IsNumeric: true);
}

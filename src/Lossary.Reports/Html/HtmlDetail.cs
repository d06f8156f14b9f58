namespace Lossary.Reports;

/// <summary>How much of a document a page may show.</summary>
/// <param name="Rows">The most rows of a table.</param>
/// <param name="Characters">The most characters of a text.</param>
/// <param name="HasPlots">Whether plots are drawn, or stand as their tables alone.</param>
internal readonly record struct HtmlDetail(int Rows, int Characters, bool HasPlots)
{
    /// <summary>From all that is sensible to the least that is useful.</summary>
    public static IReadOnlyList<HtmlDetail> Levels { get; } =
    [
        new(500, 4000, HasPlots: true),
        new(100, 1000, HasPlots: true),
        new(20, 200, HasPlots: true),
        new(10, 80, HasPlots: false),
    ];
}

namespace Lossary.Reports;

/// <summary>A report, defined once and read twice: as a page by <see cref="HtmlRenderer"/>, as text by
/// <see cref="MarkdownRenderer"/>.</summary>
/// <param name="Title">The report's title, for instance the question that it answers.</param>
public sealed record ReportDocument(string Title)
{
    /// <summary>
    /// The losses that the report is about, in the order of its tables; empty for reports without any.
    /// </summary>
    public IReadOnlyList<KeyEntry> Key { get; init; } = [];

    /// <summary>One line below the title: data, rows, when.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The answer, before anything else.</summary>
    public Verdict? Lead { get; init; }

    /// <summary>The report's sections in reading order.</summary>
    public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>One line at the end: version, command, seed.</summary>
    public string? Footer { get; init; }
}

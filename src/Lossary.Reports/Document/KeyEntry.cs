namespace Lossary.Reports;

/// <summary>A loss in the key of a page: its name beside its look.</summary>
/// <param name="Name">The loss's title.</param>
/// <param name="Style">Its look in all plots and tables.</param>
public sealed record KeyEntry(string Name, SeriesStyle Style);

namespace Lossary.Reports;

/// <summary>A loss in a <see cref="CriticalDifferencePlot"/>.</summary>
/// <param name="Label">The loss's title.</param>
/// <param name="MeanRank">The mean of its ranks; 1 is always best.</param>
/// <param name="Style">The loss's look.</param>
public sealed record RankMark(string Label, double MeanRank, SeriesStyle Style)
{
    /// <summary>Whether the loss is the one to look at first.</summary>
    public bool IsHighlighted { get; init; }
}

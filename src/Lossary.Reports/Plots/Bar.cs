namespace Lossary.Reports;

/// <summary>One bar of a <see cref="BarPlot"/>.</summary>
/// <param name="Label">What the bar counts.</param>
/// <param name="Value">How long it is; a bar that is not finite is not drawn.</param>
/// <param name="Style">Its look.</param>
public sealed record Bar(string Label, double Value, SeriesStyle Style)
{
    /// <summary>Whether the bar is the one to look at first.</summary>
    public bool IsHighlighted { get; init; }
}

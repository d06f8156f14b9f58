namespace Lossary.Studies;

/// <summary>A condition that held.</summary>
/// <param name="Text">In words, with the numbers: <c>outliers 3.2 % &gt; 1 %</c>.</param>
/// <param name="Fact">What was looked at; null for what the user stated.</param>
/// <param name="Value">The fact's number.</param>
/// <param name="Threshold">What it was held against; null for a limit that is no matter of choice.</param>
/// <param name="Limit">The threshold's number.</param>
public sealed record Reason(
    string Text, FactCard? Fact = null, double? Value = null, ThresholdCard? Threshold = null, double? Limit = null)
{
    /// <summary>
    /// Said where the 95 % interval of the fact holds the limit: other rows might have decided otherwise; else null.
    /// </summary>
    public string? Doubt { get; init; }
}

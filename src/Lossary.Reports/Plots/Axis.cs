namespace Lossary.Reports;

/// <summary>What an axis measures and how it is divided.</summary>
/// <param name="Label">The quantity with its unit, for instance "MAE (dollars)".</param>
public sealed record Axis(string Label)
{
    /// <summary>Whether equal ratios take equal space; values that are not positive are then left out.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Whether only whole numbers are marked, such as epochs.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Where the axis begins; by default, a little below the data.</summary>
    public double? Minimum { get; init; }

    /// <summary>Where the axis ends; by default, a little above the data.</summary>
    public double? Maximum { get; init; }
}

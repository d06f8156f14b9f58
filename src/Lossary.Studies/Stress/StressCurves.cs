namespace Lossary.Studies;

/// <summary>What one trouble does to the objectives.</summary>
public sealed record StressCurves
{
    /// <summary>The trouble.</summary>
    public required StressKind Kind { get; init; }

    /// <summary>
    /// From clean to worst: shares of targets or labels replaced, beginning with 0; or shares of rows kept, beginning
    /// with 1.
    /// </summary>
    public required IReadOnlyList<double> Levels { get; init; }

    /// <summary>One for each objective, in the comparison's order.</summary>
    public required IReadOnlyList<StressCurve> Curves { get; init; }

    /// <summary>The class that becomes rare; null for other troubles.</summary>
    public string? ClassName { get; init; }

    /// <summary>Shape [levels]: the index of the curve with the best mean score; −1 where there is none.</summary>
    public required IReadOnlyList<int> Leaders { get; init; }

    /// <summary>
    /// The p-value of the paired difference at the last level between its leader and the one on clean rows, by the
    /// corrected resampled t-test; null where they are the same or there are too few folds.
    /// </summary>
    public double? LeadPValue { get; init; }

    /// <summary>Whether levels are shares that are kept, and not shares that are spoilt.</summary>
    public bool IsThinning => Kind is StressKind.RareClass or StressKind.FewRows;
}

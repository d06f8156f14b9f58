namespace Lossary.Studies;

/// <summary>Which troubles a stress test tries, how much of each, and on what budget.</summary>
public sealed record StressOptions
{
    /// <summary>The troubles to try; null for all that the target can have.</summary>
    public IReadOnlyList<StressKind>? Kinds { get; init; }

    /// <summary>
    /// How many objectives are tried: the one to be taken, the best, the simplest, then those that did best.
    /// </summary>
    /// <value>4 by default; at least 1.</value>
    public int MaxObjectives { get; init => field = AtLeastOne(value, nameof(MaxObjectives)); } = 4;

    /// <summary>How many folds of the comparison's first repeat are trained again at each level.</summary>
    /// <value>5 by default; at least 2 are needed for an interval, 1 for a mean.</value>
    public int MaxFolds { get; init => field = AtLeastOne(value, nameof(MaxFolds)); } = 5;

    /// <summary>Shares of the targets that become outliers.</summary>
    /// <value>0.01, 0.05, 0.1, 0.2 by default; rising, within (0, 1).</value>
    public IReadOnlyList<double> OutlierShares
    {
        get;
        init => field = Shares(value, rising: true, nameof(OutlierShares));
    } = [0.01, 0.05, 0.1, 0.2];

    /// <summary>Shares of the labels that become wrong.</summary>
    /// <value>0.1, 0.2, 0.3, 0.4 by default; rising, within (0, 1).</value>
    public IReadOnlyList<double> WrongShares
    {
        get;
        init => field = Shares(value, rising: true, nameof(WrongShares));
    } = [0.1, 0.2, 0.3, 0.4];

    /// <summary>Shares of rows, of all or of the smallest class, that are kept.</summary>
    /// <value>0.5, 0.25, 0.1, 0.05 by default; falling, within (0, 1).</value>
    public IReadOnlyList<double> KeptShares
    {
        get;
        init => field = Shares(value, rising: false, nameof(KeptShares));
    } = [0.5, 0.25, 0.1, 0.05];

    /// <summary>An objective whose score worsens by no more than this part of its own clean score holds it.</summary>
    /// <value>0.1 by default; positive.</value>
    public double Tolerance
    {
        get;
        init => field = value > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Tolerance), value, "Must be positive.");
    } = 0.1;

    /// <summary>Above this p-value a change of the lead counts as chance.</summary>
    /// <value>0.05 by default; within (0, 1).</value>
    public double Significance
    {
        get;
        init => field = value is > 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Significance), value, "Must be within (0, 1).");
    } = 0.05;

    /// <summary>The levels of a trouble, from little to much.</summary>
    internal IReadOnlyList<double> LevelsOf(StressKind kind) => kind switch
    {
        StressKind.HighOutliers or StressKind.OutliersOnBothSides => OutlierShares,
        StressKind.WrongLabels => WrongShares,
        _ => KeptShares,
    };

    private static int AtLeastOne(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        return value;
    }

    private static double[] Shares(IReadOnlyList<double> value, bool rising, string name)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        IEnumerable<double> inOrder = rising ? value.Order() : value.OrderDescending();
        return value.Count > 0 && value.All(share => share is > 0 and < 1) && value.SequenceEqual(inOrder)
            ? [.. value]
            : throw new ArgumentException(
                $"{name} needs at least one share within (0, 1), {(rising ? "rising" : "falling")}.", name);
    }
}

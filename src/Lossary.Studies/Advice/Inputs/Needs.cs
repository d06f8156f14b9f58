using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>What the user wants and knows, and no data can tell. What is left out is not stated.</summary>
public sealed record Needs
{
    /// <summary>Nothing is stated.</summary>
    public static Needs None { get; } = new();

    /// <summary>What errors to either side cost.</summary>
    public ErrorCosts? Costs { get; init; }

    /// <summary>What it costs to take one of several classes for another; null: not stated.</summary>
    public ClassTable? ClassCosts { get; init; }

    /// <summary>How often each class is labelled as each other; null: not known.</summary>
    public ClassTable? Flips { get; init; }

    /// <summary>
    /// Whether targets are known to hold errors: gross ones among numbers, wrong labels among classes.
    /// </summary>
    public bool IsNoisy { get; init; }

    /// <summary>Which share of the targets is wrong; null where nobody knows.</summary>
    /// <value>In (0, 1).</value>
    public double? NoiseShare { get; init => field = value is null ? null : InUnit(value.Value, nameof(NoiseShare)); }

    /// <summary>
    /// Whether probabilities are to be trusted as they are; of numbers: whether a distribution is wanted.
    /// </summary>
    public bool IsCalibrated { get; init; }

    /// <summary>Which quantiles are wanted.</summary>
    /// <value>Each in (0, 1).</value>
    public IReadOnlyList<double> Quantiles
    {
        get;
        init => field = [.. value.Select(level => InUnit(level, nameof(Quantiles))).Distinct().Order()];
    } = [];

    /// <summary>Whether classes are ordered; null: as the data looks.</summary>
    public bool? IsOrdinal { get; init; }

    /// <summary>What decides; null: not stated.</summary>
    public Metric? Metric { get; init; }

    /// <summary>Whether some targets are only bounds, such as times of what has not happened yet.</summary>
    public bool IsCensored { get; init; }

    /// <summary>
    /// The column that holds 1 where the target was observed and 0 where it is only a bound; null: none, or unknown
    /// which.
    /// </summary>
    public string? EventColumn { get; init; }

    /// <summary>
    /// The column that says which rows are ordered among themselves, such as the results of a search; null: none.
    /// </summary>
    public string? QueryColumn { get; init; }

    /// <summary>Whether targets are angles or times of the day: the largest is next to the smallest.</summary>
    public bool IsPeriodic { get; init; }

    /// <summary>
    /// The same, held against a target: costs of two classes become those of a miss and of a false alarm.
    /// </summary>
    /// <param name="target">What is to be predicted.</param>
    /// <exception cref="DataFileException">A table lacks a class of the target, or the target has none.</exception>
    /// <exception cref="ArgumentException">Of two classes, one mistake costs no more than the right answer.</exception>
    public Needs For(Target target)
    {
        ArgumentNullException.ThrowIfNull(target);
        _ = Flips?.For(target);
        if (ClassCosts?.For(target) is not { } costs || target.Task != TaskKind.Binary)
        {
            return this;
        }

        double miss = costs[2] - costs[3], alarm = costs[1] - costs[0];
        return miss > 0 && alarm > 0
            ? this with { Costs = new(miss, alarm), ClassCosts = null }
            : throw new ArgumentException(
                $"{ClassCosts.Path}: of two classes each mistake must cost more than the right answer.",
                nameof(target));
    }

    private static double InUnit(double value, string name) => value is > 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be within (0, 1).");
}

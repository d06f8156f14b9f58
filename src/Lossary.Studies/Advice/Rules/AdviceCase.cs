using Lossary.Data;

namespace Lossary.Studies;

/// <summary>All that rules may look at.</summary>
internal sealed class AdviceCase(TaskKind task, FactSet facts, Needs needs, Thresholds thresholds)
{
    public TaskKind Task { get; } = task;

    public FactSet Facts { get; } = facts;

    public Needs Needs { get; } = needs;

    public Thresholds Thresholds { get; } = thresholds;

    /// <summary>The unit of lengths in a comparison.</summary>
    public double Spread { get; init; } = facts[FactCatalogue.Spread] is double spread and > 0 ? spread : 1;

    /// <summary>Of two classes, whether the positive one is the rarer.</summary>
    public bool PositiveIsRarer { get; init; } = true;

    /// <summary>The classes' names by index; empty for numbers.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    /// <summary>The share of the positive class of two; null where it is unknown.</summary>
    public double? PositiveShare => Facts[FactCatalogue.SmallestShare] is double share and > 0
        ? PositiveIsRarer ? share : 1 - share
        : null;

    /// <summary>
    /// The unit of robust losses: how far residuals of a fit usually are from 0; null where nothing is known.
    /// </summary>
    public double? NoiseScale => Facts[FactCatalogue.NoiseScale] is double noise and > 0 ? noise
        : Facts[FactCatalogue.Spread] is double spread and > 0 ? spread
        : null;

    public static AdviceCase Of(DataProfile profile, Needs needs, Thresholds thresholds)
    {
        Target target = profile.Target;
        ReadOnlySpan<int> classes = target.Classes;
        return new(target.Task, profile.Facts, needs, thresholds)
        {
            Spread = target.IsClass ? 1 : TargetScale.SpreadOf(target.Values),
            PositiveIsRarer = 2 * classes.Count(1) <= classes.Length,
            ClassNames = target.ClassNames,
        };
    }
}

using Lossary.Training;

namespace Lossary.Studies;

/// <summary>Everything that a stress test found.</summary>
public sealed record StressResult
{
    /// <summary>What was tried, and on what budget.</summary>
    public required StressOptions Options { get; init; }

    /// <summary>What was measured, always on clean test rows.</summary>
    public required Metric Metric { get; init; }

    /// <summary>One for each trouble.</summary>
    public required IReadOnlyList<StressCurves> Curves { get; init; }

    /// <summary>Why a trouble was not tried, one sentence each.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>How many folds each mean is of.</summary>
    public required int Folds { get; init; }

    /// <summary>How many networks were trained for it.</summary>
    public required int Trainings { get; init; }

    /// <summary>Seconds from start to end.</summary>
    public required double Seconds { get; init; }
}

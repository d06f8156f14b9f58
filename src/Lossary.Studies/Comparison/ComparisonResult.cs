using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>Everything that a comparison found.</summary>
public sealed record ComparisonResult
{
    /// <summary>The data.</summary>
    public required Table Table { get; init; }

    /// <summary>What was predicted.</summary>
    public required Target Target { get; init; }

    /// <summary>The budget and the network.</summary>
    public required ComparisonOptions Options { get; init; }

    /// <summary>What was measured; the deciding one first.</summary>
    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <summary>Every loss, best first; failures last.</summary>
    public required IReadOnlyList<LossOutcome> Outcomes { get; init; }

    /// <summary>What it comes to.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The folds: which rows each test fold holds.</summary>
    public required IReadOnlyList<Fold> Folds { get; init; }

    /// <summary>What the user should know about the data.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Features of a row after encoding, in the first fold.</summary>
    public required int Width { get; init; }

    /// <summary>Parameters of the network, in the first fold.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>
    /// Learning rates and loss parameters that were tried before each training, the same number for every objective; 1
    /// where there was no choice.
    /// </summary>
    public int Trials { get; init; } = 1;

    /// <summary>Rows of a training step, in the first fold.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Seconds from start to end.</summary>
    public required double Seconds { get; init; }

    /// <summary>
    /// What the scores hide: calibration, other scores, parts of the rows. Computed when first asked for.
    /// </summary>
    public ComparisonDiagnostics Diagnostics => field ??= ComparisonDiagnostics.Of(this);

    /// <summary>What was known of the data beforehand; null where nobody looked.</summary>
    public DataProfile? Profile => Advice?.Profile;

    /// <summary>What was recommended beforehand; null where nobody asked.</summary>
    public Advice? Advice { get; init; }

    /// <summary>What troubled rows do to the objectives; null where it was not tried.</summary>
    public StressResult? Stress { get; init; }

    /// <summary>The metric that decides.</summary>
    public Metric Metric => Metrics[0];
}

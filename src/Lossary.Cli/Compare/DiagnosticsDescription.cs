using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>
/// What the mean scores hide, as <c>compare --json</c> tells of it. A number that is not finite is null.
/// </summary>
/// <param name="Calibration">Of each loss that gives probabilities of classes.</param>
/// <param name="Coverage">Of each loss, where quantiles were asked for.</param>
/// <param name="Murphy">
/// Whether the loss to take is best under other scores too; null where that cannot be said.
/// </param>
/// <param name="Segments">By the target, then by each column that was asked for.</param>
internal sealed record DiagnosticsDescription(
    IReadOnlyList<CalibrationDescription> Calibration,
    IReadOnlyList<CoverageDescription> Coverage,
    MurphyDescription? Murphy,
    IReadOnlyList<SegmentsDescription> Segments)
{
    public static DiagnosticsDescription Of(ComparisonResult result) => new(
        [.. result.Diagnostics.Calibration.Select(CalibrationDescription.Of)],
        [.. result.Diagnostics.Coverage.Select(one => new CoverageDescription(one.Loss.Name, one.Levels, one.Shares))],
        result.Diagnostics.Murphy is MurphyDiagram murphy ? MurphyDescription.Of(murphy) : null,
        [.. result.Diagnostics.Segments.Select(SegmentsDescription.Of)]);
}

/// <summary>How far a loss's probabilities can be believed.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Error">The expected calibration error of the sample.</param>
/// <param name="Debiased">The same without what chance adds, with its 95 % interval.</param>
/// <param name="ByChance">What 95 % of calibrated forecasts would stay below.</param>
/// <param name="Miscalibrated">Whether the error is more than that.</param>
/// <param name="Bins">Bins of equally many rows.</param>
internal sealed record CalibrationDescription(
    string Loss,
    double Error,
    ScoreDescription Debiased,
    double ByChance,
    bool Miscalibrated,
    IReadOnlyList<ReliabilityBin> Bins)
{
    public static CalibrationDescription Of(LossCalibration of) => new(
        of.Loss.Name,
        of.Calibration.Error,
        new(of.Calibration.Debiased, of.Calibration.Low, of.Calibration.High),
        of.Calibration.ByChance,
        of.Calibration.IsMiscalibrated,
        of.Calibration.Bins);
}

/// <summary>How many targets lie at or below predicted quantiles.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Levels">What was asked for.</param>
/// <param name="Shares">What came true on rows that the networks had not seen.</param>
internal sealed record CoverageDescription(string Loss, IReadOnlyList<double> Levels, IReadOnlyList<double> Shares);

/// <summary>Whether the loss to take is better than the others under every consistent score.</summary>
/// <param name="Functional">What predictions are held against: mean, median or a quantile.</param>
/// <param name="Reference">The loss to take.</param>
/// <param name="Dominance">By loss: dominates, dominated, crosses or alike, of the loss to take over it.</param>
internal sealed record MurphyDescription(
    string Functional, string Reference, IReadOnlyDictionary<string, string> Dominance)
{
    public static MurphyDescription Of(MurphyDiagram diagram) => new(
        diagram.Functional.ToString(),
        diagram.Reference.Name,
        diagram.Differences.ToDictionary(other => other.Loss.Name, other => KebabCase.Of(other.Dominance.ToString())));
}

/// <summary>The scores on parts of the rows.</summary>
/// <param name="Column">What divides the rows.</param>
/// <param name="Metric">What the parts are judged by.</param>
/// <param name="Parts">The parts.</param>
internal sealed record SegmentsDescription(string Column, string Metric, IReadOnlyList<SegmentDescription> Parts)
{
    public static SegmentsDescription Of(SegmentView view) => new(
        view.Segmentation.Column,
        view.Metric.Key,
        [.. view.Segmentation.Segments.Select((segment, i) => SegmentDescription.Of(view, segment, i))]);
}

/// <summary>One part of the rows.</summary>
/// <param name="Name">Its class, level or fifth; empty for a mere range.</param>
/// <param name="Above">What all its values are above; null where there is no such end.</param>
/// <param name="UpTo">What all its values are at most; null likewise.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Scores">By loss: the mean over the folds.</param>
/// <param name="BetterThere">The loss that is really better there than the one to take; null if none is.</param>
/// <param name="WorseBy">How much worse the one to take is, relative to that loss; null likewise.</param>
/// <param name="PValue">Adjusted over all parts and losses; null likewise.</param>
internal sealed record SegmentDescription(
    string Name,
    double? Above,
    double? UpTo,
    int Rows,
    IReadOnlyDictionary<string, double?> Scores,
    string? BetterThere,
    double? WorseBy,
    double? PValue)
{
    public static SegmentDescription Of(SegmentView view, Segment segment, int index)
    {
        SegmentGap? warning = view.Warnings.FirstOrDefault(gap => gap.Segment == segment);
        return new(
            segment.Name,
            segment.Above,
            segment.UpTo,
            segment.Positions.Count,
            view.Losses.Select((loss, i) => (loss.Name, Score: Numbers.OrNull(view.Scores[i][index])))
                .ToDictionary(pair => pair.Name, pair => pair.Score),
            warning?.Loss.Name,
            warning is null ? null : Numbers.OrNull(warning.Relative),
            warning?.PValue);
    }
}

using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>Stress curves as <c>compare --stress --json</c> tells of them.</summary>
internal sealed record StressDescription(
    string Metric,
    int Folds,
    int Trainings,
    double Tolerance,
    IReadOnlyList<StressCurvesDescription> Curves,
    IReadOnlyList<string> LeftOut,
    double Seconds)
{
    public static StressDescription Of(StressResult result) => new(
        result.Metric.Key,
        result.Folds,
        result.Trainings,
        result.Options.Tolerance,
        [.. result.Curves.Select(curves => StressCurvesDescription.Of(curves, result))],
        result.LeftOut,
        Math.Round(result.Seconds, 3));
}

/// <summary>One trouble.</summary>
/// <param name="Kind">high-outliers, outliers-on-both-sides, wrong-labels, rare-class or few-rows.</param>
/// <param name="Levels">Shares that are replaced, or kept; the first is the clean one.</param>
/// <param name="ClassName">The class that becomes rare; null for other troubles.</param>
/// <param name="Sentence">What it comes to.</param>
/// <param name="Leaders">The best objective at each level; null where there is none.</param>
/// <param name="LeadPValue">How likely a change of the lead is chance; null where there is none.</param>
/// <param name="Losses">A curve for each objective.</param>
internal sealed record StressCurvesDescription(
    string Kind,
    IReadOnlyList<double> Levels,
    string? ClassName,
    string Sentence,
    IReadOnlyList<string?> Leaders,
    double? LeadPValue,
    IReadOnlyList<StressCurveDescription> Losses)
{
    public static StressCurvesDescription Of(StressCurves curves, StressResult result) => new(
        KebabCase.Of(curves.Kind.ToString()),
        curves.Levels,
        curves.ClassName,
        StressText.Sentence(curves, result),
        [.. curves.Leaders.Select(leader => leader < 0 ? null : curves.Curves[leader].Objective.Name)],
        curves.LeadPValue,
        [.. curves.Curves.Select(curve => StressCurveDescription.Of(curve, curves))]);
}

/// <summary>One objective.</summary>
/// <param name="Key">As it would be asked for.</param>
/// <param name="Scores">At each level; null where there is none.</param>
/// <param name="Worse">At each level, by how much the score is worse than the clean one, as part of it.</param>
/// <param name="HeldLevel">The last level up to which the score stays within the tolerance.</param>
/// <param name="Failure">Why scores are missing.</param>
internal sealed record StressCurveDescription(
    string Key,
    IReadOnlyList<ScoreDescription?> Scores,
    IReadOnlyList<double?> Worse,
    double HeldLevel,
    string? Failure)
{
    public static StressCurveDescription Of(StressCurve curve, StressCurves curves) => new(
        curve.Objective.Name,
        [.. curve.Scores.Select(ScoreDescription.Of)],
        [.. curve.Losses.Select(loss => Numbers.OrNull(loss))],
        curves.Levels[curve.HeldLevel],
        curve.Failure);
}

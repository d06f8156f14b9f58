using Lossary.Data;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>A comparison as <c>compare --json</c> tells of it. A number that is not finite is null.</summary>
internal sealed record ComparisonDescription
{
    public required string Task { get; init; }

    public required string Metric { get; init; }

    /// <summary>The answer in one sentence.</summary>
    public required string Verdict { get; init; }

    /// <summary>winner, shared-lead, no-difference or nothing-to-judge.</summary>
    public required string Kind { get; init; }

    /// <summary>The loss with the best mean score; null if there is none.</summary>
    public required string? Best { get; init; }

    /// <summary>Those that cannot be told apart from the best, itself among them.</summary>
    public required IReadOnlyList<string> Tied { get; init; }

    /// <summary>The simplest of the tied: what to train with.</summary>
    public required string? Take { get; init; }

    /// <summary>How far ahead it is, and how sure that is.</summary>
    public required EvidenceDescription Evidence { get; init; }

    public required DataDescription Data { get; init; }

    public required IReadOnlyList<OutcomeDescription> Losses { get; init; }

    /// <summary>What troubled rows do to the losses; null where it was not asked.</summary>
    public required StressDescription? Stress { get; init; }

    /// <summary>What the mean scores hide: calibration, other scores, parts of the rows.</summary>
    public required DiagnosticsDescription Diagnostics { get; init; }

    public required IReadOnlyList<string> Findings { get; init; }

    public required double Seconds { get; init; }

    /// <summary>The objectives that <c>recommend</c> names, recommended first; null where nobody asked it.</summary>
    public required RecommendedDescription? Advice { get; init; }

    /// <summary>Learning rates and loss parameters that were tried before each training.</summary>
    public required int Trials { get; init; }

    /// <summary>What came of <c>--fail-if-worse-than</c>; null without it.</summary>
    public required BaselineDescription? Check { get; init; }

    /// <summary>Where the run is kept; null if it is not.</summary>
    public required string? Run { get; init; }

    public static ComparisonDescription Of(ComparisonResult result, BaselineCheck? check, string? run) => new()
    {
        Task = TaskNames.NameOf(result.Target.Task),
        Metric = result.Metric.Key,
        Verdict = VerdictSentence.Of(result),
        Kind = KebabCase.Of(result.Verdict.Kind.ToString()),
        Best = result.Verdict.Best?.Name,
        Tied = [.. result.Verdict.Tied.Select(tied => tied.Name)],
        Take = result.Verdict.Take?.Name,
        Evidence = EvidenceDescription.Of(result),
        Data = new(result.Table.Name, result.Table.Hash, result.Target.Name, result.Target.Count, result.Width),
        Losses = [.. result.Outcomes.Select(outcome => OutcomeDescription.Of(outcome, result.Metrics))],
        Stress = result.Stress is StressResult stress ? StressDescription.Of(stress) : null,
        Diagnostics = DiagnosticsDescription.Of(result),
        Findings = [.. result.Findings.Select(finding => finding.ToString())],
        Seconds = Math.Round(result.Seconds, 3),
        Advice = result.Advice is { } advice ? RecommendedDescription.Of(advice) : null,
        Trials = result.Trials,
        Check = check is null ? null : BaselineDescription.Of(result, check),
        Run = run,
    };
}

/// <summary>The data of a comparison.</summary>
internal sealed record DataDescription(string Name, string Sha256, string Target, int Rows, int Features);

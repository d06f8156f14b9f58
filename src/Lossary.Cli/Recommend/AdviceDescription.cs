using Lossary.Data;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>What <c>recommend --json</c> writes.</summary>
internal sealed record AdviceDescription
{
    public required string Task { get; init; }

    public required string TaskReason { get; init; }

    public required string Target { get; init; }

    public required int Rows { get; init; }

    public required IReadOnlyDictionary<string, double> Facts { get; init; }

    public required IReadOnlyList<SuggestionDescription> Recommended { get; init; }

    /// <summary>What is made for the case, but is not among the candidates.</summary>
    public required IReadOnlyList<UntrainedDescription> Untrained { get; init; }

    public required IReadOnlyList<SuggestionDescription> Alternatives { get; init; }

    public required IReadOnlyList<AdviceWarningDescription> Warnings { get; init; }

    /// <summary>What the profile found in the data.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    public required IReadOnlyList<string> Candidates { get; init; }

    public required IReadOnlyList<PropertiesDescription> Properties { get; init; }

    public required IReadOnlyDictionary<string, double> Thresholds { get; init; }

    /// <summary>Every rule, where the user asks; else null.</summary>
    public IReadOnlyList<RuleDescription>? Rules { get; init; }

    /// <summary>What to type next; null where no column can serve as a feature.</summary>
    public required string? Command { get; init; }

    public static AdviceDescription Of(Advice advice, RecommendRequest request, IReadOnlyList<double>? costs) => new()
    {
        Task = TaskNames.NameOf(advice.Profile.Target.Task),
        TaskReason = advice.Profile.Target.Reason,
        Target = advice.Profile.Target.Name,
        Rows = advice.Profile.Target.Count,
        Facts = advice.Profile.Facts.ToDictionary(fact => fact.Card.Key, fact => fact.Value),
        Recommended = [.. AdviceText.Asked(advice).Select(SuggestionDescription.Of)],
        Untrained = [.. advice.Untrained.Select(UntrainedDescription.Of)],
        Alternatives = [.. AdviceText.Others(advice).Select(SuggestionDescription.Of)],
        Warnings =
            [.. advice.Warnings.Select(warning => new AdviceWarningDescription(warning.RuleId, warning.Message))],
        Findings = [.. advice.Profile.Findings.Select(finding => finding.ToString())],
        Candidates = [.. advice.Candidates.Select(objective => objective.Name)],
        Properties =
        [
            .. advice.Candidates.Select((objective, i) =>
                PropertiesDescription.Of(ObjectiveProperties.Of(objective, advice.Profile.Target.Task), costs?[i])),
        ],
        Thresholds = ThresholdCatalogue.All.ToDictionary(card => card.Name, card => advice.Thresholds[card]),
        Rules = request.IsExplained ? [.. advice.Trace.Select(RuleDescription.Of)] : null,
        Command = NextCommand.Of(advice, request),
    };
}

/// <summary>A suggestion.</summary>
internal sealed record SuggestionDescription(
    string Key,
    string Objective,
    string ObjectiveInComparison,
    IReadOnlyDictionary<string, double> Parameters,
    string Rule,
    IReadOnlyList<ReasonDescription> Reasons,
    string Because,
    string Means,
    IReadOnlyList<AvoidanceDescription> Avoids,
    string Source,
    string Confidence)
{
    public static SuggestionDescription Of(Suggestion suggestion) => new(
        suggestion.Objective.Loss.Card.Key,
        suggestion.Objective.Name,
        suggestion.ObjectiveInComparison.Name,
        suggestion.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value),
        suggestion.RuleId,
        [
            .. suggestion.Reasons.Select(reason => new ReasonDescription(
                reason.Text, reason.Fact?.Key, reason.Value, reason.Threshold?.Name, reason.Limit)),
        ],
        suggestion.Because,
        suggestion.Means,
        [.. suggestion.Avoids.Select(avoidance => new AvoidanceDescription(avoidance.Name, avoidance.Why))],
        suggestion.Source,
        KebabCase.Of(suggestion.Confidence.ToString()));
}

/// <summary>A loss that is made for the case, but is not among the candidates.</summary>
internal sealed record UntrainedDescription(
    string Key, string Title, string? TrainedBy, string Takes, string Rule, string Use, string Source, string Nearest)
{
    public static UntrainedDescription Of(UntrainedSuggestion of) =>
        new(of.Key, of.Title, of.TrainedBy, of.Takes, of.RuleId, of.Use, of.Source, of.Nearest.Name);
}

/// <summary>A condition that held.</summary>
internal sealed record ReasonDescription(string Text, string? Fact, double? Value, string? Threshold, double? Limit);

/// <summary>What not to train with.</summary>
internal sealed record AvoidanceDescription(string Name, string Why);

/// <summary>A warning.</summary>
internal sealed record AdviceWarningDescription(string Rule, string Message);

/// <summary>What one chooses with an objective beside its score.</summary>
internal sealed record PropertiesDescription(
    string Objective,
    string Predicts,
    bool IsConvex,
    string Differentiable,
    string Outliers,
    bool IsBounded,
    bool IsProper,
    bool IsCalibrated,
    IReadOnlyList<string> Parameters,
    double? NanosecondsPerRow)
{
    public static PropertiesDescription Of(ObjectiveProperties of, double? cost) => new(
        of.Objective.Name,
        of.Predicts,
        of.IsConvex,
        PropertyWords.Smoothness(of),
        PropertyWords.Outliers(of),
        of.IsBounded,
        of.IsProper,
        of.IsCalibrated,
        of.Parameters,
        cost);
}

/// <summary>A rule with what it saw.</summary>
internal sealed record RuleDescription(string Id, bool Fires, string Recommends, IReadOnlyList<CheckDescription> Checks)
{
    public static RuleDescription Of(RuleTrace trace) => new(
        trace.Row.Id,
        trace.Fires,
        trace.Row.Recommends,
        [.. trace.Checks.Select(check => new CheckDescription(check.Condition, check.Holds, check.Seen))]);
}

/// <summary>A condition with what it saw.</summary>
internal sealed record CheckDescription(string Condition, bool Holds, string Seen);

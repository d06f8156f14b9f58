using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>The parts of an advice as the terminal, JSON and the report word them alike.</summary>
internal static class AdviceText
{
    /// <summary>What is recommended: one objective, or one for each quantile that is asked for.</summary>
    public static IReadOnlyList<Suggestion> Asked(Advice advice) =>
        [advice.Recommended, .. advice.Alternatives.Where(suggestion => IsAskedToo(advice, suggestion))];

    /// <summary>The alternatives to <see cref="Asked"/>.</summary>
    public static IReadOnlyList<Suggestion> Others(Advice advice) =>
        [.. advice.Alternatives.Where(suggestion => !IsAskedToo(advice, suggestion))];

    /// <summary>Why, in a line: the conditions that held, or that none of the special ones did.</summary>
    public static string Why(Suggestion suggestion) => suggestion.Reasons.Count == 0
        ? "no rule for special data or needs applies"
        : string.Join(", ", suggestion.Reasons.Select(reason => reason.Text));

    /// <summary>Why a loss that is made for the case is not among the candidates.</summary>
    public static string Lack(UntrainedSuggestion suggestion) => suggestion.TrainedBy is string option
        ? $"which compare trains with {option}"
        : "which compare cannot train yet";

    /// <summary>How each estimated parameter came about.</summary>
    public static IEnumerable<string> Estimates(Suggestion suggestion) => suggestion.Parameters.Select(parameter =>
        $"{parameter.Name} = {parameter.How} = {Numbers.Plain(parameter.Value)}"
        + (parameter.Value == parameter.ValueInComparison
            ? ""
            : $", which is {Numbers.Plain(parameter.ValueInComparison)} spreads of the target in compare"));

    /// <summary>What is to be said of a suggestion that other rows of the same population might have turned.</summary>
    public static string? Doubt(Suggestion suggestion) => suggestion.Confidence == Confidence.Borderline
        ? $"borderline: {string.Join(", ", suggestion.Reasons.Select(reason => reason.Doubt).OfType<string>())}"
        : null;

    private static bool IsAskedToo(Advice advice, Suggestion suggestion) =>
        advice.Needs.Quantiles.Count > 1
        && suggestion.RuleId == advice.Recommended.RuleId
        && suggestion.Objective.Loss.Card.Key == advice.Recommended.Objective.Loss.Card.Key;
}

namespace Lossary.Studies;

/// <summary>An objective to train with, and why.</summary>
public sealed record Suggestion
{
    /// <summary>The objective with its parameters on the target's own scale: <c>huber:delta=19480</c>.</summary>
    public required Objective Objective { get; init; }

    /// <summary>The same with lengths in units of the target's spread, as <c>compare</c> takes them.</summary>
    public required Objective ObjectiveInComparison { get; init; }

    /// <summary>The parameters that are not at their defaults.</summary>
    public required IReadOnlyList<SuggestedParameter> Parameters { get; init; }

    /// <summary>The rule of the decision table that suggests it.</summary>
    public required string RuleId { get; init; }

    /// <summary>The conditions that held.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>Why these call for this objective, in a sentence.</summary>
    public required string Because { get; init; }

    /// <summary>What is predicted by who trains with it, in a sentence.</summary>
    public required string Means { get; init; }

    /// <summary>What the same reasons speak against.</summary>
    public required IReadOnlyList<Avoidance> Avoids { get; init; }

    /// <summary>Who says so.</summary>
    public required string Source { get; init; }

    /// <summary>How firmly the facts stand behind it.</summary>
    public required Confidence Confidence { get; init; }
}

using Lossary.Training;

namespace Lossary.Studies;

/// <summary>Which loss to train with on a table of data, why, and what to compare it with.</summary>
public sealed class Advice
{
    /// <summary>What is known of the data.</summary>
    public required DataProfile Profile { get; init; }

    /// <summary>What the user stated.</summary>
    public required Needs Needs { get; init; }

    /// <summary>The limits that decided.</summary>
    public required Thresholds Thresholds { get; init; }

    /// <summary>The first match of the decision table; where several quantiles are asked for, the lowest.</summary>
    public required Suggestion Recommended { get; init; }

    /// <summary>
    /// What is made for the case but needs more than <c>compare</c> trains yet, the first choice first; mostly empty.
    /// </summary>
    public required IReadOnlyList<UntrainedSuggestion> Untrained { get; init; }

    /// <summary>
    /// The other quantiles that are asked for, then what the same rule would compare it with, then what later matches
    /// recommend.
    /// </summary>
    public required IReadOnlyList<Suggestion> Alternatives { get; init; }

    /// <summary>What to know before training.</summary>
    public required IReadOnlyList<AdviceWarning> Warnings { get; init; }

    /// <summary>What should decide a comparison, by what the user stated; null: the task's default.</summary>
    public required Metric? Metric { get; init; }

    /// <summary>Every rule of the task in its order, with the values that it saw.</summary>
    public required IReadOnlyList<RuleTrace> Trace { get; init; }

    /// <summary>
    /// What <c>compare</c> tries, each once: what is recommended, the alternatives, and the task's simple baseline.
    /// </summary>
    public required IReadOnlyList<Objective> Candidates { get; init; }
}

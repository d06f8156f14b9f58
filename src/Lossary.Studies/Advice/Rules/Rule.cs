using Lossary.Data;

namespace Lossary.Studies;

/// <summary>A row of the decision table: where its conditions hold, its objective is right.</summary>
internal sealed record Rule
{
    public required string Id { get; init; }

    public required IReadOnlyList<TaskKind> Tasks { get; init; }

    /// <summary>All must hold; none for the row that always does.</summary>
    public required IReadOnlyList<Condition> When { get; init; }

    /// <summary>
    /// What is told where it holds, though it decides nothing: that the data has none of the usual troubles.
    /// </summary>
    public IReadOnlyList<Condition> Shows { get; init; } = [];

    /// <summary>What to train with; null for a rule that only warns.</summary>
    public Recipe? Recommend { get; init; }

    /// <summary>What to compare it with.</summary>
    public IReadOnlyList<Recipe> Alternatives { get; init; } = [];

    public IReadOnlyList<Avoidance> Avoids { get; init; } = [];

    /// <summary>
    /// What is made for the case, but cannot be trained here: then <see cref="Recommend"/> is the nearest.
    /// </summary>
    public Ideal? Ideal { get; init; }

    /// <summary>What the user should know where the rule decides, besides.</summary>
    public string? Note { get; init; }

    public required string Because { get; init; }

    public required string Source { get; init; }

    /// <summary>Whether what the user stated leaves no room for what later rows would recommend.</summary>
    public bool IsFinal { get; init; }

    /// <summary>The row in words.</summary>
    /// <param name="thresholds">The limits as they are.</param>
    public DecisionRow Describe(Thresholds thresholds) => new(
        Id,
        Tasks,
        [.. When.Select(condition => condition.Describe(thresholds))],
        Recommend?.Description ?? "",
        [.. Alternatives.Select(recipe => recipe.Description)],
        Avoids,
        [.. Ideal?.Keys ?? []],
        Ideal is { Keys.Count: 0 } missing ? missing.Text : null,
        Because,
        Source);

    /// <summary>Holds the row against a case; every condition is looked at, for who asks why not.</summary>
    public RuleTrace Look(AdviceCase at)
    {
        Check[] checks = [.. When.Select(condition => condition.Look(at))];
        return new(Describe(at.Thresholds), checks.All(check => check.Holds), checks);
    }
}

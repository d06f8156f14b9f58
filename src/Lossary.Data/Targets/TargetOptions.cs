namespace Lossary.Data;

/// <summary>What the user decides about the target instead of leaving it to inference.</summary>
public sealed record TargetOptions
{
    /// <summary>The task; null: inferred from the target's values.</summary>
    public TaskKind? Task { get; init; }

    /// <summary>The class of a binary target that counts as positive; null: by rule.</summary>
    public string? Positive { get; init; }

    /// <summary>The column that holds the rows' weights, which is then no feature; null: all weigh the same.</summary>
    public string? Weights { get; init; }

    /// <summary>
    /// The column that holds 1 where the target was observed and 0 where it is only a bound, which is then no feature;
    /// null: all were observed.
    /// </summary>
    public string? Events { get; init; }

    /// <summary>
    /// The column that says which rows belong to one query, which is then no feature; null: none does.
    /// </summary>
    public string? Query { get; init; }

    /// <summary>
    /// Whether a model is to learn the target. Then a few rows, a single value or classes of single rows are refused;
    /// to judge finished predictions they do no harm.
    /// </summary>
    public bool IsToBeLearnt { get; init; } = true;
}

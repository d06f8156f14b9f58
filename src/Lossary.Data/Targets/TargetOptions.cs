namespace Lossary.Data;

/// <summary>What the user decides about the target instead of leaving it to inference.</summary>
public sealed record TargetOptions
{
    /// <summary>The task; null: inferred from the target's values.</summary>
    public TaskKind? Task { get; init; }

    /// <summary>The class of a binary target that counts as positive; null: by rule.</summary>
    public string? Positive { get; init; }
}

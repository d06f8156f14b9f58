namespace Lossary.Studies;

/// <summary>
/// A loss that is made for the case, and that <c>compare</c> trains only if asked otherwise, or cannot train yet.
/// </summary>
/// <remarks>The library has it: whoever trains with code of their own takes it from the catalogue.</remarks>
public sealed record UntrainedSuggestion
{
    /// <summary>The loss's key in the catalogue: <c>cox</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Its title, as it stands inside a sentence.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// The option by which <c>compare</c> trains it: <c>--quantiles 0.1,0.5,0.9</c>; null where it cannot yet.
    /// </summary>
    public required string? TrainedBy { get; init; }

    /// <summary>What a model must put out for it, and what it must be given beside the target.</summary>
    public required string Takes { get; init; }

    /// <summary>The rule of the decision table that names it.</summary>
    public required string RuleId { get; init; }

    /// <summary>The conditions that held.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>What it is for, in a sentence.</summary>
    public required string Use { get; init; }

    /// <summary>Who says so.</summary>
    public required string Source { get; init; }

    /// <summary>The nearest that <c>compare</c> can train: what is recommended first.</summary>
    public required Objective Nearest { get; init; }
}

namespace Lossary.Losses;

/// <summary>Inputs of losses of a chosen item beside others that were drawn.</summary>
internal static class SampledItems
{
    /// <summary>The scores.</summary>
    public static IReadOnlyList<InputCard> Scores { get; } =
    [
        new("positive", "p", InputKind.Real, "n", "the chosen item's score") { IsDifferentiable = true },
        new("negatives", "s", InputKind.Real, "n, m", "the scores of m other items, in the order of their drawing")
        {
            IsDifferentiable = true,
        },
    ];
}

namespace Lossary.Losses;

/// <summary>What losses of a latent score and thresholds read.</summary>
internal static class OrdinalInputs
{
    /// <summary>Score, cuts and level.</summary>
    public static IReadOnlyList<InputCard> Cards { get; } =
    [
        new("score", "s", InputKind.Real, "n", "the latent score of each row; higher for higher classes")
        {
            IsDifferentiable = true,
        },
        new(
            "cut", "c", InputKind.Real, "m",
            "the lowest threshold, then what softplus turns into each step to the next")
        {
            IsDifferentiable = true,
        },
        new("level", "y", InputKind.Level, "n", "the class: how many of the m thresholds are exceeded, 0 to m")
        {
            Below = "m",
        },
    ];
}

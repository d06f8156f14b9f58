namespace Lossary.Losses;

/// <summary>What losses of boxes read.</summary>
internal static class BoxInputs
{
    /// <summary>A predicted box and the one that it is to be.</summary>
    public static IReadOnlyList<InputCard> Pair { get; } =
    [
        new("prediction", "p", InputKind.Box, "n, 4", "the predicted box: left, top, right, bottom")
        {
            IsDifferentiable = true,
        },
        new("target", "t", InputKind.Box, "n, 4", "the true box"),
    ];
}

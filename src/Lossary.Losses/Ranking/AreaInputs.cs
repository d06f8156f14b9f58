namespace Lossary.Losses;

/// <summary>What surrogates of the area under the ROC curve read.</summary>
internal static class AreaInputs
{
    /// <summary>Scores and labels of a whole batch.</summary>
    public static IReadOnlyList<InputCard> Cards { get; } =
    [
        new("score", "s", InputKind.Real, "n", "the predicted score of each sample") { IsDifferentiable = true },
        new("label", "y", InputKind.Flag, "n", "1 for a positive, 0 for a negative"),
    ];
}

namespace Lossary.Losses;

/// <summary>Inputs that several losses of embeddings have.</summary>
internal static class PairInputs
{
    public static InputCard Left { get; } =
        new("left", "x", InputKind.Real, "n, d", "one embedding of each pair") { IsDifferentiable = true };

    public static InputCard Right { get; } =
        new("right", "y", InputKind.Real, "n, d", "the other embedding of each pair") { IsDifferentiable = true };

    public static InputCard Anchor { get; } =
        new("anchor", "a", InputKind.Real, "n, d", "the embeddings to compare with") { IsDifferentiable = true };

    public static InputCard Positive { get; } =
        new("positive", "p", InputKind.Real, "n, d", "an embedding alike, for each anchor") { IsDifferentiable = true };

    public static InputCard Negative { get; } =
        new("negative", "q", InputKind.Real, "n, d", "one unlike it, for each anchor") { IsDifferentiable = true };

    public static InputCard Embeddings { get; } =
        new("embeddings", "z", InputKind.Real, "n, d", "the embeddings of the batch") { IsDifferentiable = true };

    public static InputCard Labels { get; } =
        new("labels", "y", InputKind.ClassNumber, "n",
        "the class of each embedding: any whole numbers, equal for alike");
}

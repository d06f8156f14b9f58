namespace Lossary.Losses;

/// <summary>What losses of a student and its teacher read.</summary>
internal static class DistillationInputs
{
    /// <summary>The logits of both.</summary>
    public static IReadOnlyList<InputCard> Logits { get; } =
    [
        new("student", "s", InputKind.Real, "n, k", "the student's logits") { IsDifferentiable = true },
        new("teacher", "t", InputKind.Real, "n, k", "the teacher's logits"),
    ];

    /// <summary>The embeddings of both; only the rows have to be the same.</summary>
    public static IReadOnlyList<InputCard> Embeddings { get; } =
    [
        new("student", "s", InputKind.Real, "n, d", "the student's embeddings") { IsDifferentiable = true },
        new("teacher", "t", InputKind.Real, "n, m", "the teacher's embeddings, of any width"),
    ];
}

using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The squared difference between two batches' matrices of similarities, each row of length 1.</summary>
/// <remarks>
/// <code>
/// G = A Aᵀ, each row divided by its length        L = Σᵢⱼ (Gˢᵢⱼ − Gᵗᵢⱼ)² / n²
/// </code>
/// Memory is n² numbers. A sample of zeros has a row of zeros. Reference: F. Tung, G. Mori, Similarity-Preserving
/// Knowledge Distillation, 2019, arXiv:1907.09682.
/// </remarks>
public readonly struct SimilarityPreservingLoss : IGraphLoss<SimilarityPreservingLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "similarity-preserving",
        Title = "similarity-preserving distillation",
        Use = "Samples that light up a teacher's layer alike are to light up the student's alike.",
        Avoid = "Batches are small: a few similarities say little of a layer.",
        Reference = "F. Tung, G. Mori, Similarity-Preserving Knowledge Distillation, 2019, arXiv:1907.09682",
        Latex = @"\frac{1}{n^2} \left\|\hat G_s - \hat G_t\right\|_F^2,\quad G = A A^\top \text{ with rows of "
            + @"length 1}",
        Names = new() { Chinese = "相似性保持蒸馏" },
        Tasks = LossTask.Distillation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => DistillationInputs.Embeddings;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> gap = tape.Subtract(Similarities(tape, inputs["student"]), Similarities(tape, inputs["teacher"]));
        return new(tape.Square(gap));
    }

    private static Tensor<T> Similarities<T>(Tape<T> tape, Tensor<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.NormaliseRows(tape.Product(rows, false, rows, true));
}

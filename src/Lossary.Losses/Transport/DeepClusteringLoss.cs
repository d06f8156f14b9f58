using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The divergence of soft assignments to centres from sharpened ones, which are constants.</summary>
/// <remarks>
/// <code>
/// qᵢⱼ ∝ 1 / (1 + ‖zᵢ − μⱼ‖²)        pᵢⱼ ∝ qᵢⱼ² / Σᵢ qᵢⱼ        L = KL(pᵢ ‖ qᵢ)
/// </code>
/// The gradient holds P constant, as published; P is made of the batch at hand. Reference: J. Xie, R. Girshick, A.
/// Farhadi, Unsupervised Deep Embedding for Clustering Analysis, 2016, arXiv:1511.06335.
/// </remarks>
public readonly struct DeepClusteringLoss : IGraphLoss<DeepClusteringLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "dec",
        Title = "deep embedded clustering",
        Use = "Groups without labels, found while the embedding is learnt.",
        Avoid = "The number of groups is a guess, or the start is poor: it sharpens whatever it begins with.",
        Reference = "J. Xie, R. Girshick, A. Farhadi, Unsupervised Deep Embedding for Clustering Analysis, 2016, "
            + "arXiv:1511.06335",
        Latex = @"\operatorname{KL}(P \,\|\, Q),\quad q_{ij} \propto \frac{1}{1 + \|z_i - \mu_j\|^2},\quad "
            + @"p_{ij} \propto \frac{q_{ij}^2}{\sum_i q_{ij}}",
        Names = new() { Chinese = "深度嵌入聚类" },
        Tasks = LossTask.Clustering,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("embedding", "z", InputKind.Real, "n, d", "the embeddings") { IsDifferentiable = true },
        new("centre", @"\mu", InputKind.Real, "k, d", "the groups' centres") { IsDifferentiable = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true, SecondOrder = SecondOrder.Held };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> squares = tape.SquaredDistancesBetween(inputs["embedding"], inputs["centre"]);
        Tensor<T> logits = tape.LogSoftmax(tape.Negate(tape.Log(tape.Shift(squares, 1))));
        return new(tape.KullbackLeiblerRows(Sharpened(tape, logits), logits));
    }

    /// <summary>Logarithms of the sharpened shares.</summary>
    private static Tensor<T> Sharpened<T>(Tape<T> tape, Tensor<T> logits)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> held = tape.Detach(logits);
        Tensor<T> frequencies = tape.LogSumExp(held, [0], keepDimensions: true);
        return tape.LogSoftmax(tape.Subtract(tape.Scale(held, 2), frequencies));
    }
}

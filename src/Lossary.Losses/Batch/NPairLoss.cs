using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Each anchor has to be more like its own positive than like those of all other classes, by inner products.
/// </summary>
/// <remarks>
/// <code>
/// Lᵢ = ln(1 + Σ_{j≠i} e^(aᵢ·pⱼ − aᵢ·pᵢ))
/// </code>
/// Each pair is of a class of its own. Lengths count: add a penalty on them. Similarities are computed in blocks of
/// rows: memory grows with the batch, not with its square. Reference: K. Sohn, "Improved Deep Metric Learning with
/// Multi-class N-pair Loss Objective", NeurIPS 2016.
/// </remarks>
public readonly struct NPairLoss : IGraphLoss<NPairLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "n-pair",
        Title = "N-pair",
        Use = "One pair from each of many classes, embeddings not normalised.",
        Avoid = "Normalised embeddings need a temperature: InfoNCE.",
        Reference = "K. Sohn, Improved Deep Metric Learning with Multi-class N-pair Loss Objective, NeurIPS 2016",
        Latex = @"\ln\Big(1 + \sum_{j \ne i} e^{a_i \cdot p_j - a_i \cdot p_i}\Big)",
        Aliases = ["npair", "n-pairs"],
        Names = new() { Chinese = "N 对损失" },
        Translations =
        [
            new("pytorch_metric_learning.losses.NPairsLoss()", "n-pair", "pairs are found by their labels"),
        ],
        Tasks = LossTask.MetricLearning,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [PairInputs.Anchor, PairInputs.Positive];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> anchor = inputs["anchor"];
        SoftmaxTerm<NoMargin> term = new(1, BatchInputs.Diagonal(tape, anchor.Shape[0]), excludesSelf: false);
        return new(tape.BatchTerms(term, PairMeasure.Dot, anchor, inputs["positive"]).Values);
    }
}

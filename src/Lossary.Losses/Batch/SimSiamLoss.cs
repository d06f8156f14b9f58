using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The prediction made from either view is to point where the other view is, which is held still.</summary>
/// <remarks>
/// <code>
/// L = −½ cos(p₁, z₂) − ½ cos(p₂, z₁)
/// </code>
/// No gradient flows to the projections z. Reference: X. Chen and K. He, "Exploring Simple Siamese Representation
/// Learning", CVPR 2021, arXiv:2011.10566.
/// </remarks>
public readonly struct SimSiamLoss : IGraphLoss<SimSiamLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "simsiam",
        Title = "SimSiam",
        Use = "Representations without labels, negatives or a second network, in batches of any size.",
        Avoid = "Without a predictor all collapses to one point; with very long training BYOL does better.",
        Reference = "X. Chen, K. He, Exploring Simple Siamese Representation Learning, 2021, arXiv:2011.10566",
        Latex = @"-\tfrac{1}{2} \cos(p_1, z_2) - \tfrac{1}{2} \cos(p_2, z_1)",
        Names = new() { Chinese = "简单孪生网络损失" },
        Translations =
        [
            new(
                "lightly.loss.SymNegCosineSimilarityLoss()",
                "simsiam",
                "NegativeCosineSimilarity of both pairs, halved, has taken its place"),
        ],
        Tasks = LossTask.SelfSupervised,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("first-prediction", "p_1", InputKind.Real, "n, d", "what is predicted from the first view")
        {
            IsDifferentiable = true,
        },
        new("second-prediction", "p_2", InputKind.Real, "n, d", "what is predicted from the second view")
        {
            IsDifferentiable = true,
        },
        new("first-projection", "z_1", InputKind.Real, "n, d", "the first view, held still"),
        new("second-projection", "z_2", InputKind.Real, "n, d", "the second view, held still"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CosineRows cosine = default;
        Tensor<T> there = tape.RowMeasure(cosine, inputs["first-prediction"], inputs["second-projection"]);
        Tensor<T> back = tape.RowMeasure(cosine, inputs["second-prediction"], inputs["first-projection"]);
        return new(tape.Scale(tape.Add(there, back), -0.5));
    }
}

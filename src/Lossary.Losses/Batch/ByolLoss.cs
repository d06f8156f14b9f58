using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The prediction made from one view is to point where a slow copy of the network sees the other.</summary>
/// <remarks>
/// <code>
/// L = 2 − 2 cos(p, z)
/// </code>
/// No gradient flows to the target. Half of it less 1 is SimSiam's. Reference: J.-B. Grill et al., "Bootstrap Your
/// Own Latent: A New Approach to Self-Supervised Learning", NeurIPS 2020, arXiv:2006.07733.
/// </remarks>
public readonly struct ByolLoss : IGraphLoss<ByolLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "byol",
        Title = "BYOL",
        Use = "Representations without labels or negatives, with a moving average of the network as the target.",
        Avoid = "Without a predictor or a moving average all collapses to one point.",
        Reference = "J.-B. Grill, F. Strub, F. Altché and others, Bootstrap Your Own Latent: A New Approach to "
            + "Self-Supervised Learning, 2020, arXiv:2006.07733",
        Latex = @"2 - 2 \cos(p, z)",
        Names = new() { Chinese = "自举潜变量损失" },
        Translations =
        [
            new(
                "lightly.loss.NegativeCosineSimilarity()",
                "byol",
                "the cosine with its sign turned") { Scale = "1/2", Offset = "-1" },
        ],
        Tasks = LossTask.SelfSupervised,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "p", InputKind.Real, "n, d", "what is predicted from one view")
        {
            IsDifferentiable = true,
        },
        new("target", "z", InputKind.Real, "n, d", "what the slow network makes of the other view"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(tape.Scale(default(CosineDistance).Between(tape, inputs["prediction"], inputs["target"]), 2));
}

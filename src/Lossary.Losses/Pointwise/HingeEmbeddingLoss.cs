using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// For distances between the two of a pair: those that belong together cost their distance, others what lacks to a
/// margin.
/// </summary>
/// <remarks>
/// With x the distance and t = +1 for a pair that belongs together, −1 for one that does not:
/// <code>
/// L(x, 1)  = x          ∂L/∂x = 1
/// L(x, −1) = max(0, margin − x)    ∂L/∂x = −1 where x &lt; margin, else 0
/// </code>
/// Reference: S. Chopra, R. Hadsell, Y. LeCun, "Learning a Similarity Metric Discriminatively, with Application to Face
/// Verification", CVPR 2005, doi:10.1109/CVPR.2005.202.
/// </remarks>
/// <param name="margin">How far apart pairs that do not belong together must be; positive and finite.</param>
public readonly struct HingeEmbeddingLoss(double margin) : IPointwiseLoss<HingeEmbeddingLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", "m", 1, Domain.Positive, "how far apart pairs that do not belong together must be");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "hinge-embedding",
        Title = "hinge embedding",
        Use = "Distances of pairs, given as belonging together (+1) or not (−1).",
        Avoid = "Class scores: it takes distances. Take hinge.",
        Reference = "S. Chopra et al., Learning a Similarity Metric Discriminatively, with Application to Face "
            + "Verification, 2005, doi:10.1109/CVPR.2005.202",
        Names = new() { PyTorch = "HingeEmbeddingLoss", Chinese = "合页嵌入损失" },
        Translations = [new("torch.nn.HingeEmbeddingLoss(margin=1.0)", "hinge-embedding:margin={margin}")],
        Target = Domain.Sign,
        Link = Link.Score,
        Parameters = [MarginCard],
    };

    /// <summary>How far apart pairs that do not belong together must be.</summary>
    public Parameter Margin { get; } = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, LipschitzConstant = 1 };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            return TLane.WhereLess(0, target, prediction, TLane.AtLeast(Margin - prediction, 0));
        }

        return 0.5 * (((1 + target) * prediction) + ((1 - target) * TLane.AtLeast(Margin - prediction, 0)));
    }
}

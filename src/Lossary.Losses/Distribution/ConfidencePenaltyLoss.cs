using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Cross entropy less a part of the predicted distribution's entropy: being too sure costs.</summary>
/// <remarks>
/// With ℓ the log-softmax, p = exp(ℓ) and q the shares:
/// <code>
/// L = Σₖ −qₖ ℓₖ + β pₖ ℓₖ = cross entropy − β H(p)
/// F(ℓ, q)  = −q ℓ + β p ℓ
/// F′(ℓ, q) = −q + β p (1 + ℓ)
/// </code>
/// Reference: G. Pereyra, G. Tucker, J. Chorowski, Ł. Kaiser, G. Hinton, "Regularizing Neural Networks by Penalizing
/// Confident Output Distributions", 2017, arXiv:1701.06548.
/// </remarks>
/// <param name="beta">β, the weight of the entropy; 0 or more.</param>
public readonly struct ConfidencePenaltyLoss(double beta) : IDistributionLoss<ConfidencePenaltyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 0.1, Domain.NonNegative, "the weight of the entropy");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "confidence-penalty",
        Title = "cross entropy with confidence penalty",
        Use = "Several classes, for a model that grows too sure of itself on the data it was trained on.",
        Avoid = "Probabilities that must be right: it is not proper. Take cross entropy, and calibrate afterwards.",
        Reference = "G. Pereyra et al., Regularizing Neural Networks by Penalizing Confident Output Distributions, "
            + "2017, arXiv:1701.06548",
        Names = new() { Chinese = "置信度惩罚交叉熵" },
        Tasks = LossTask.Binary | LossTask.MultiClass,
        Link = Link.Softmax,
        Parameters = [BetaCard],
    };

    /// <summary>The weight of the entropy.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = Beta.Value == 0,
        Smoothness = int.MaxValue,
        LipschitzConstant = Math.Max(1 + (Beta.Value * Math.Exp(-2)), Math.Abs(1 - Beta.Value)),
        SmoothnessConstant = 2 * Beta.Value,
        IsProper = Beta.Value == 0,
        IsCalibrated = true,
        Functional = Beta.Value == 0 ? Functional.Mean : Functional.Unnamed,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane logProbability, TLane share) where TLane : struct, ILane<TLane> =>
        (Beta * Entropies.Of(logProbability)) - Entropies.Cross(logProbability, share);

    /// <inheritdoc/>
    /// <remarks>By hand: half the work of the derived form.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(ConfidencePenaltyLoss loss, TLane logProbability, TLane share)
        where TLane : struct, ILane<TLane>
    {
        Dual<TLane> negentropy = Entropies.Slope(logProbability);
        return new(
            (loss.Beta * negentropy.Value) - Entropies.Cross(logProbability, share),
            (loss.Beta * negentropy.Slope) - share);
    }
}

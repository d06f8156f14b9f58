using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Cross entropy against a mixture of the label and the model's own probabilities.</summary>
/// <remarks>
/// With ℓ the log-softmax, p = exp(ℓ) and q the shares:
/// <code>
/// L = −Σₖ (β qₖ + (1 − β) pₖ) ℓₖ = β cross entropy + (1 − β) H(p)
/// F(ℓ, q)  = −β q ℓ − (1 − β) p ℓ
/// F′(ℓ, q) = −β q − (1 − β) p (1 + ℓ)
/// </code>
/// The gradient goes through both p and ℓ, as in the paper. β = 1 is cross entropy. Reference: S. Reed, H. Lee,
/// D. Anguelov, C. Szegedy, D. Erhan, A. Rabinovich, "Training Deep Neural Networks on Noisy Labels with
/// Bootstrapping", 2014, arXiv:1412.6596.
/// </remarks>
/// <param name="beta">β, how far the label is trusted; in [0, 1].</param>
public readonly struct SoftBootstrappingLoss(double beta) : IDistributionLoss<SoftBootstrappingLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 0.95, Domain.Unit, "how far the label is trusted");

    private readonly Parameter _rest = new(@"(1-\beta)", 1 - beta);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "soft-bootstrapping",
        Title = "soft bootstrapping",
        Use = "Several classes, where some labels are wrong and the model is right about most rows already.",
        Avoid = "A start from nothing: the model then trusts its first guesses. Begin with cross entropy.",
        Reference =
            "S. Reed et al., Training Deep Neural Networks on Noisy Labels with Bootstrapping, 2014, arXiv:1412.6596",
        Aliases = ["bootstrapping"],
        Names = new() { Chinese = "软自举损失" },
        Tasks = LossTask.Binary | LossTask.MultiClass,
        Link = Link.Softmax,
        Parameters = [BetaCard],
    };

    /// <summary>How far the label is trusted.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits
    {
        get
        {
            bool isCrossEntropy = Beta.Value == 1;
            return new()
            {
                IsConvex = isCrossEntropy,
                Smoothness = int.MaxValue,
                LipschitzConstant = 1,
                SmoothnessConstant = 2 * (1 - Beta.Value),
                IsBounded = Beta.Value == 0,
                IsProper = isCrossEntropy,
                IsCalibrated = isCrossEntropy,
                Functional = isCrossEntropy ? Functional.Mean : Functional.Unnamed,
            };
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane logProbability, TLane share) where TLane : struct, ILane<TLane> =>
        -(Beta * Entropies.Cross(logProbability, share)) - (_rest * Entropies.Of(logProbability));

    /// <inheritdoc/>
    /// <remarks>By hand: half the work of the derived form.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(SoftBootstrappingLoss loss, TLane logProbability, TLane share)
        where TLane : struct, ILane<TLane>
    {
        Dual<TLane> negentropy = Entropies.Slope(logProbability);
        return new(
            -(loss.Beta * Entropies.Cross(logProbability, share)) - (loss._rest * negentropy.Value),
            -(loss.Beta * share) - (loss._rest * negentropy.Slope));
    }
}

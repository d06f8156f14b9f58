using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Cross entropy plus the cross entropy with the roles exchanged, whose ln 0 is a finite A: robust to wrong labels.
/// </summary>
/// <remarks>
/// With ℓ the target's log-softmax:
/// <code>
/// f(ℓ)  = −α ℓ − β A (1 − exp(ℓ))
/// f′(ℓ) = −α + β A exp(ℓ)
/// </code>
/// β = 0 is α times cross entropy. Reference: Y. Wang, X. Ma, Z. Chen, Y. Luo, J. Yi, J. Bailey, "Symmetric Cross
/// Entropy for Robust Learning with Noisy Labels", ICCV 2019, doi:10.1109/ICCV.2019.00041.
/// </remarks>
/// <param name="alpha">α, 0 or more: the weight of cross entropy.</param>
/// <param name="beta">β, 0 or more: the weight of reverse cross entropy.</param>
/// <param name="logarithmOfZero">A, negative: what stands for ln 0.</param>
public readonly struct SymmetricCrossEntropyLoss(double alpha = 0.1, double beta = 1, double logarithmOfZero = -4)
    : ILogProbabilityLoss<SymmetricCrossEntropyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 0.1, Domain.NonNegative, "the weight of cross entropy");

    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 1, Domain.NonNegative, "the weight of reverse cross entropy");

    private static readonly ParameterCard ZeroCard = new(
        "a", "A", -4, new Domain(double.NegativeInfinity, 0, false, false), "what stands for the logarithm of 0");

    private readonly Parameter _alpha = AlphaCard.Bind(alpha);
    private readonly Parameter _reverse = new(
        @"\beta A", BetaCard.Bind(beta).Value * ZeroCard.Bind(logarithmOfZero).Value);

    /// <summary>The weight of cross entropy.</summary>
    public double Alpha => _alpha.Value;

    /// <summary>The weight of 1 − p: −β A.</summary>
    public double ReverseWeight => -_reverse.Value;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "symmetric-cross-entropy",
        Title = "symmetric cross entropy",
        Use = "Several classes, where a good part of the labels is wrong, yet rows hard to learn should count.",
        Avoid = "Labels are clean: three numbers to tune gain nothing over cross-entropy.",
        Reference = "Y. Wang et al., Symmetric Cross Entropy for Robust Learning with Noisy Labels, 2019, "
            + "doi:10.1109/ICCV.2019.00041",
        Aliases = ["sce"],
        Names = new() { Chinese = "对称交叉熵" },
        Tasks = LossTask.Binary | LossTask.MultiClass,
        Link = Link.Softmax,
        Parameters = [AlphaCard, BetaCard, ZeroCard],
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = ReverseWeight == 0,
        Smoothness = int.MaxValue,
        LipschitzConstant = Alpha + ReverseWeight,
        SmoothnessConstant = ReverseWeight,
        IsBounded = Alpha == 0,
        IsProper = ReverseWeight == 0 && Alpha > 0,
        IsCalibrated = Alpha > 0,
        IsNoiseSymmetric = Alpha == 0,
        Functional = ReverseWeight == 0 && Alpha > 0 ? Functional.Mean : Functional.Unnamed,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane logProbability) where TLane : struct, ILane<TLane> =>
        (_reverse * TLane.ExpM1(logProbability)) - (_alpha * logProbability);
}

using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The hinge with its corner rounded off: bounded pull, and a gradient without jumps.</summary>
/// <remarks>
/// With c = clamp(1 − m, 0, γ):
/// <code>
/// L(m)  = c (1 − m − c/2) / γ    that is (1 − m)²/(2γ) in between, and 1 − m − γ/2 for m ≤ 1 − γ
/// L′(m) = −c/γ
/// L″(m) = 1/γ where 1 − γ ≤ m ≤ 1, else 0
/// </code>
/// γ → 0 gives the hinge. References: J. D. M. Rennie, N. Srebro, "Loss Functions for Preference Levels", 2005 (γ = 1);
/// S. Shalev-Shwartz, T. Zhang, "Stochastic Dual Coordinate Ascent Methods", arXiv:1209.1873 (any γ).
/// </remarks>
/// <param name="smoothing">The width γ of the rounded part, in margins; positive.</param>
public readonly struct SmoothedHingeLoss(double smoothing) : IMarginLoss<SmoothedHingeLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SmoothingCard = new(
        "smoothing", @"\gamma", 1, Domain.Positive, "the width of the rounded part, in margins");

    private readonly Parameter _inverse = new(@"\frac{1}{\gamma}", 1 / smoothing);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "smoothed-hinge",
        Title = "smoothed hinge",
        Use = "Two classes and a smooth objective, where only the decision counts and some labels are wrong.",
        Avoid = "Probabilities are wanted: logistic gives them, with a curve of much the same shape.",
        Reference = "J. D. M. Rennie, N. Srebro, Loss Functions for Preference Levels: Regression with "
            + "Discrete Ordered Labels, 2005; S. Shalev-Shwartz, T. Zhang, Stochastic Dual Coordinate Ascent Methods "
            + "for Regularized Loss Minimization, 2012, arXiv:1209.1873",
        Aliases = ["smooth-hinge"],
        Names = new()
        {
            Chinese = "平滑合页损失",
        },
        Tasks = LossTask.Binary,
        Target = Domain.Sign,
        Link = Link.Score,
        Parameters = [SmoothingCard],
    };

    /// <summary>The width of the rounded part.</summary>
    public Parameter Smoothing { get; } = SmoothingCard.Bind(smoothing);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = 1,
        LipschitzConstant = 1,
        SmoothnessConstant = 1 / Smoothing.Value,
        IsCalibrated = true,
        Kinks = [1 - Smoothing.Value, 1],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane m) where TLane : struct, ILane<TLane>
    {
        TLane lack = 1 - m;
        TLane c = TLane.Clamp(lack, 0, Smoothing);
        return _inverse * c * (lack - (0.5 * c));
    }

    /// <inheritdoc/>
    /// <remarks>By hand: the dual of a clamp costs comparisons and selects.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(SmoothedHingeLoss loss, TLane m) where TLane : struct, ILane<TLane>
    {
        TLane lack = 1 - m;
        TLane c = TLane.Clamp(lack, 0, loss.Smoothing);
        TLane pull = loss._inverse * c;
        return new(pull * (lack - (0.5 * c)), -pull);
    }
}

using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The negative log-likelihood of lifetimes that wear out (k above 1) or in (k below 1), from the logarithm z of their
/// mean.
/// </summary>
/// <remarks>
/// With g = Γ(1 + 1/k) and w = (g t e^(−z))^k:
/// <code>
/// L(z, t)   = k z + w
/// ∂L/∂z     = k (1 − w)
/// ∂²L/∂z²   = k² w
/// </code>
/// Terms of the target alone are dropped. k = 1 is the exponential distribution, and <see cref="GammaLoss"/>. The best
/// constant is g times the k-th mean of the targets. Reference: W. Weibull, "A Statistical Distribution Function of
/// Wide Applicability", Journal of Applied Mechanics 18 (1951) 293–297.
/// </remarks>
/// <param name="shape">k; 0.05 to 100.</param>
public readonly struct WeibullLoss(double shape) : IPointwiseLoss<WeibullLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ShapeCard = new(
        "k", "k", 1, new Domain(0.05, 100, true, true), "the shape: above 1 what is old fails sooner, below 1 later");

    private readonly Parameter _gamma = new(
        @"\Gamma(1 + k^{-1})", RealFunctions.Exp(RealFunctions.LogGamma(1 + (1 / shape))));
    private readonly Parameter _square = new("k^2", shape * shape);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "weibull",
        Title = "Weibull",
        Use = "Lifetimes and other positive durations, all of them observed, whose hazard rises or falls with age.",
        Avoid =
            "Some durations are censored: take a loss of survival. Amounts of constant relative spread: take gamma.",
        Reference =
            "W. Weibull, A Statistical Distribution Function of Wide Applicability, 1951, doi:10.1115/1.4010337",
        Aliases = ["exponential-nll", "weibull-nll"],
        Names = new() { Chinese = "韦布尔负对数似然" },
        Tasks = LossTask.Regression,
        Target = Domain.Positive,
        Link = Link.Log,
        Parameters = [ShapeCard],
    };

    /// <summary>The shape.</summary>
    public Parameter K { get; } = ShapeCard.Bind(shape);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        Smoothness = int.MaxValue,
        Functional = K.Value == 1 ? Functional.Mean : Functional.Unnamed,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane> =>
        (K * prediction) + Stable.TimesExp(TLane.Pow(_gamma * target, K), -(K * prediction));

    /// <inheritdoc/>
    /// <remarks>By hand: one exponential serves all.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(WeibullLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane w = Stable.TimesExp(TLane.Pow(loss._gamma * target, loss.K), -(loss.K * prediction));
        return new((loss.K * prediction) + w, loss.K * (1 - w));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(WeibullLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane w = Stable.TimesExp(TLane.Pow(loss._gamma * target, loss.K), -(loss.K * prediction));
        return new((loss.K * prediction) + w, loss.K * (1 - w), loss._square * w);
    }
}

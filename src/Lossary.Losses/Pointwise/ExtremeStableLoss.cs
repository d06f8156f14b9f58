using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The Tweedie quasi-likelihood of a power of 0 and below: targets of either sign whose mean is positive, from its
/// logarithm z.
/// </summary>
/// <remarks>
/// With p the power, μ = eᶻ:
/// <code>
/// L(z, t)   = μ^(2−p)/(2 − p) − t μ^(1−p)/(1 − p)
/// ∂L/∂z     = μ^(1−p) (μ − t)
/// ∂²L/∂z²   = μ^(1−p) ((2 − p) μ − (1 − p) t)
/// </code>
/// Terms of the target alone are dropped. p = 0 is half the squared error of eᶻ; below 0 the variance falls as the mean
/// grows. Not convex where the target is far above the mean. Reference: B. Jørgensen, "Exponential Dispersion Models",
/// Journal of the Royal Statistical Society B 49 (1987) 127–162.
/// </remarks>
/// <param name="power">The variance grows as this power of the mean; −10 to 0.</param>
public readonly struct ExtremeStableLoss(double power) : IPointwiseLoss<ExtremeStableLoss>, IDocumentedLoss
{
    private static readonly ParameterCard PowerCard = new(
        "power", "p", 0, new Domain(-10, 0, true, true), "the variance grows as this power of the mean");

    private readonly Parameter _toTwo = new("(2 - p)", 2 - power);
    private readonly Parameter _toOne = new("(1 - p)", 1 - power);
    private readonly Parameter _inverseToTwo = new(@"\frac{1}{2 - p}", 1 / (2 - power));
    private readonly Parameter _inverseToOne = new(@"\frac{1}{1 - p}", 1 / (1 - power));

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "extreme-stable",
        Title = "Tweedie of a power up to 0",
        Use = "Targets of either sign around a mean that must stay positive and is made of factors.",
        Avoid = "Targets that are never negative: take gamma, Tweedie or Poisson, which are convex.",
        Reference = "B. Jørgensen, Exponential Dispersion Models, 1987, doi:10.1111/j.2517-6161.1987.tb01685.x",
        Names = new() { ScikitLearn = "TweedieRegressor(power=-1)", Chinese = "极端稳定 Tweedie 损失" },
        Translations =
        [
            new(
                "sklearn.linear_model.TweedieRegressor(power=-1.0, link=\"log\")",
                "extreme-stable:power={power}",
                "a penalty on the weights is added"),
        ],
        Tasks = LossTask.Regression,
        Link = Link.Log,
        Parameters = [PowerCard],
    };

    /// <summary>The variance grows as this power of the mean.</summary>
    public Parameter Power { get; } = PowerCard.Bind(power);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, Functional = Functional.Mean };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane> =>
        typeof(TLane) == typeof(Symbol)
            ? (_inverseToTwo * TLane.Exp(_toTwo * prediction))
                - (target * (_inverseToOne * TLane.Exp(_toOne * prediction)))
            : Weighed(prediction, (_inverseToTwo * TLane.Exp(prediction)) - (_inverseToOne * target));

    /// <inheritdoc/>
    /// <remarks>By hand: near the target the derived form subtracts near numbers.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(ExtremeStableLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane> =>
        new(loss.Value(prediction, target), loss.Weighed(prediction, TLane.Exp(prediction) - target));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(ExtremeStableLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane mean = TLane.Exp(prediction);
        return new(
            loss.Value(prediction, target),
            loss.Weighed(prediction, mean - target),
            loss.Weighed(prediction, (loss._toTwo * mean) - (loss._toOne * target)));
    }

    /// <summary>μ^(1 − p) x by the power's root, which keeps its digits where the power has lost them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLane Weighed<TLane>(TLane prediction, TLane x) where TLane : struct, ILane<TLane>
    {
        TLane root = TLane.Exp(0.5 * (_toOne * prediction));
        return root * (root * x);
    }
}

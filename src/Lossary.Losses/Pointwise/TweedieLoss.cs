using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The Tweedie quasi-likelihood of amounts that are often exactly 0, from the logarithm z of their mean: between
/// Poisson (power 1) and gamma (power 2).
/// </summary>
/// <remarks>
/// With p the power, μ = eᶻ:
/// <code>
/// L(z, t)   = μ^(2−p)/(2 − p) − t μ^(1−p)/(1 − p)
/// ∂L/∂z     = μ^(2−p) − t μ^(1−p)
/// ∂²L/∂z²   = (2 − p) μ^(2−p) + (p − 1) t μ^(1−p)
/// </code>
/// Terms of the target alone are dropped; half the deviance is this plus t^(2−p)/((1 − p)(2 − p)). For each power it
/// elicits the mean: the slope is 0 at μ = t. Reference: B. Jørgensen, "Exponential Dispersion Models", Journal of the
/// Royal Statistical Society B 49 (1987) 127–162.
/// </remarks>
/// <param name="power">The variance grows as this power of the mean; in (1, 2).</param>
public readonly struct TweedieLoss(double power) : IPointwiseLoss<TweedieLoss>, IDocumentedLoss
{
    private static readonly ParameterCard PowerCard = new(
        "power", "p", 1.5, new Domain(1, 2, false, false), "the variance grows as this power of the mean");

    private readonly Parameter _toTwo = new("(2 - p)", 2 - power);
    private readonly Parameter _toOne = new("(1 - p)", 1 - power);
    private readonly Parameter _inverseToTwo = new(@"\frac{1}{2 - p}", 1 / (2 - power));
    private readonly Parameter _inverseToOne = new(@"\frac{1}{1 - p}", 1 / (1 - power));

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "tweedie",
        Title = "Tweedie",
        Use = "Amounts that are often exactly 0 and otherwise skewed: claims, rain, sales.",
        Avoid = "Zeros come from another cause than the amounts: two models, one for whether and one for how much, fit "
            + "better.",
        Reference = "B. Jørgensen, Exponential Dispersion Models, 1987, doi:10.1111/j.2517-6161.1987.tb01685.x",
        Names = new()
        {
            ScikitLearn = "TweedieRegressor",
            XgBoost = "reg:tweedie",
            LightGbm = "tweedie",
            Chinese = "Tweedie 损失",
        },
        Translations =
        [
            new(
                "sklearn.linear_model.TweedieRegressor(power=1.5)",
                "tweedie:power={power}",
                "the default power there is 0, the normal distribution; a penalty on the weights is added"),
            new(
                "xgboost.XGBRegressor(objective=\"reg:tweedie\", tweedie_variance_power=1.5)",
                "tweedie:power={tweedie_variance_power}"),
            new(
                "lightgbm.LGBMRegressor(objective=\"tweedie\", tweedie_variance_power=1.5)",
                "tweedie:power={tweedie_variance_power}"),
            new(
                "catboost.CatBoostRegressor(loss_function=\"Tweedie:variance_power=1.5\")",
                "tweedie:power={variance_power}",
                "variance_power has no default there"),
            new(
                "neuralforecast.losses.pytorch.DistributionLoss(distribution=\"Tweedie\", rho=1.5)",
                "tweedie:power={rho}"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Target = Domain.NonNegative,
        Link = Link.Log,
        Parameters = [PowerCard],
    };

    /// <summary>The variance grows as this power of the mean.</summary>
    public Parameter Power { get; } = PowerCard.Bind(power);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        Smoothness = int.MaxValue,
        Functional = Functional.Mean,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane> =>
        (_inverseToTwo * TLane.Exp(_toTwo * prediction))
        - (target * (_inverseToOne * TLane.Exp(_toOne * prediction)));

    /// <inheritdoc/>
    /// <remarks>By hand: the factors 1/(2 − p) and 2 − p, large and small near the ends, need not meet.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(TweedieLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane mean = TLane.Exp(loss._toTwo * prediction);
        TLane pull = target * TLane.Exp(loss._toOne * prediction);
        return new((loss._inverseToTwo * mean) - (loss._inverseToOne * pull), mean - pull);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(TweedieLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane mean = TLane.Exp(loss._toTwo * prediction);
        TLane pull = target * TLane.Exp(loss._toOne * prediction);
        return new(
            (loss._inverseToTwo * mean) - (loss._inverseToOne * pull),
            mean - pull,
            (loss._toTwo * mean) - (loss._toOne * pull));
    }
}

using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Quadratic for residuals up to δ, linear beyond: outliers pull with a bounded force.</summary>
/// <remarks>
/// With c = clamp(r, −δ, δ):
/// <code>
/// L(r)  = c (r − c/2)            that is ½r² inside δ, and δ(|r| − δ/2) outside
/// L′(r) = c                      the gradient of ½r², clipped
/// L″(r) = 1 where |r| ≤ δ, else 0
/// </code>
/// δ → ∞ gives the half squared loss; divided by δ it is smooth L1. Reference: P. J. Huber,
/// "Robust Estimation of a Location Parameter", Annals of Mathematical Statistics 35 (1964) 73–101.
/// </remarks>
/// <param name="delta">Where quadratic turns linear, in the target's own unit; positive and finite.</param>
public readonly struct HuberLoss(double delta) : IDistanceLoss<HuberLoss>, IDocumentedLoss
{
    private static readonly ParameterCard DeltaCard = new(
        "delta", @"\delta", 1, Domain.Positive, "where quadratic turns linear, in the target's unit")
    {
        UnitPower = 1,
    };

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "huber",
        Title = "Huber",
        Use = "Regression whose targets hold a few outliers that should count, but not rule.",
        Avoid = "Gross errors far out still pull with full force δ: forget them with Tukey or Welsch. δ has the "
            + "target's unit.",
        Reference = "P. J. Huber, Robust Estimation of a Location Parameter, 1964, doi:10.1214/aoms/1177703732",
        Names = new()
        {
            PyTorch = "HuberLoss",
            Keras = "Huber",
            ScikitLearn = "huber",
            LightGbm = "huber",
            Chinese = "Huber 损失",
        },
        Translations =
        [
            new("torch.nn.HuberLoss(delta=1.0)", "huber:delta={delta}"),
            new("keras.losses.Huber(delta=1.0)", "huber:delta={delta}"),
            new("optax.huber_loss(delta=1.0)", "huber:delta={delta}"),
            new("sklearn.ensemble.GradientBoostingRegressor(loss=\"huber\", alpha=0.9)", "huber",
                "alpha is a quantile: in each round δ is that quantile of |residual|"),
            new("sklearn.linear_model.HuberRegressor(epsilon=1.35)", "huber:delta={epsilon}",
                "epsilon is in units of a scale that is fitted too, so δ = epsilon · scale; an L2 penalty is added"),
            new("sklearn.linear_model.SGDRegressor(loss=\"huber\", epsilon=0.1)", "huber:delta={epsilon}",
                "a penalty on the weights is added"),
            new("lightgbm.LGBMRegressor(objective=\"huber\", alpha=0.9)", "huber:delta={alpha}",
                "the second derivative is taken as 1 everywhere"),
            new("catboost.CatBoostRegressor(loss_function=\"Huber:delta=1.0\")", "huber:delta={delta}",
                "delta has no default there"),
            new("scipy.special.huber(delta=1.0)", "huber:delta={delta}", "takes delta and the residual"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Parameters = [DeltaCard],
    };

    /// <summary>Where quadratic turns linear.</summary>
    public Parameter Delta { get; } = DeltaCard.Bind(delta);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = 1,
        LipschitzConstant = Delta.Value,
        SmoothnessConstant = 1,
        IsSymmetric = true,
        Kinks = [-Delta.Value, Delta.Value],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane>
    {
        TLane delta = Delta;
        TLane c = TLane.Clamp(r, -delta, delta);
        return c * (r - (0.5 * c));
    }

    /// <inheritdoc/>
    /// <remarks>By hand: the dual of a clamp costs two comparisons and four selects.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(HuberLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane delta = loss.Delta;
        TLane c = TLane.Clamp(r, -delta, delta);
        return new(c * (r - (0.5 * c)), c);
    }
}

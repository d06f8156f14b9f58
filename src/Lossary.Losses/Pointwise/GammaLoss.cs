using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The negative log-likelihood of positive amounts with constant relative spread, from the logarithm z of their mean.
/// </summary>
/// <remarks>
/// <code>
/// L(z, t)   = z + t e^(−z)
/// ∂L/∂z     = 1 − t e^(−z)
/// ∂²L/∂z²   = t e^(−z)
/// </code>
/// The constant −ln t − 1 is dropped (with it: half the deviance, ln(μ/t) + t/μ − 1, which is least, 0, at μ = t), so
/// values may be negative. Reference: P. McCullagh, J. A. Nelder, "Generalized Linear Models", second edition,
/// Chapman and Hall 1989, chapter 8.
/// </remarks>
public readonly struct GammaLoss : IPointwiseLoss<GammaLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "gamma",
        Title = "gamma",
        Use = "Positive amounts, as claims, prices or durations, whose error grows in proportion to their size.",
        Avoid = "Targets are 0 at times: tweedie allows that. Errors of one size whatever the target: squared error.",
        Reference = "P. McCullagh, J. A. Nelder, Generalized Linear Models, 1989, doi:10.1007/978-1-4899-3242-6",
        Aliases = ["gamma-nll"],
        Names = new()
        {
            ScikitLearn = "gamma",
            XgBoost = "reg:gamma",
            LightGbm = "gamma",
            Chinese = "伽马负对数似然",
        },
        Translations =
        [
            new(
                "sklearn.linear_model.GammaRegressor()",
                "gamma",
                "half the deviance: the target's part is added; a penalty on the weights is added"),
            new("sklearn.ensemble.HistGradientBoostingRegressor(loss=\"gamma\")", "gamma"),
            new("xgboost.XGBRegressor(objective=\"reg:gamma\")", "gamma"),
            new("lightgbm.LGBMRegressor(objective=\"gamma\")", "gamma"),
            new(
                "sklearn.linear_model.TweedieRegressor(power=2.0)",
                "gamma",
                "a penalty on the weights is added") { Fixed = ["power"] },
        ],
        Tasks = LossTask.Regression,
        Target = Domain.Positive,
        Link = Link.Log,
    };

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
        prediction + Stable.TimesExp(target, -prediction);
}

using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The negative log-likelihood of counts, from the logarithm z of their mean.</summary>
/// <remarks>
/// <code>
/// L(z, t)   = eᶻ − t z
/// ∂L/∂z     = eᶻ − t
/// ∂²L/∂z²   = eᶻ
/// </code>
/// The constant ln t! is dropped: values compare models on the same targets, they are no likelihoods, and may be
/// negative. Half the deviance is this plus t ln t − t. Any t ≥ 0 is taken, not only whole ones: it elicits the mean
/// whatever the distribution. The prediction is the logarithm, never the mean itself: apply exp to report. Its second
/// derivative is exact; XGBoost and LightGBM inflate theirs. Reference: J. A. Nelder, R. W. M. Wedderburn,
/// "Generalized Linear Models", Journal of the Royal Statistical Society A 135 (1972) 370–384.
/// </remarks>
public readonly struct PoissonLoss : IPointwiseLoss<PoissonLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "poisson",
        Title = "Poisson",
        Use = "Counts, or rates, whose variance grows as their mean.",
        Avoid = "The variance is well above the mean, or zeros are in excess: negative-binomial fits these.",
        Reference = "J. A. Nelder, R. W. M. Wedderburn, Generalized Linear Models, 1972, doi:10.2307/2344614",
        Aliases = ["poisson-nll"],
        Names = new()
        {
            PyTorch = "PoissonNLLLoss",
            Keras = "Poisson",
            ScikitLearn = "poisson",
            XgBoost = "count:poisson",
            LightGbm = "poisson",
            Chinese = "泊松负对数似然",
        },
        Translations =
        [
            new(
                "torch.nn.PoissonNLLLoss(log_input=True, eps=1e-08)",
                "poisson",
                "eps acts with log_input=False only; full=True adds Stirling's part of the target"),
            new(
                "keras.losses.Poisson()",
                "poisson",
                "takes the mean itself, not its logarithm, and adds 1e-7 inside its own"),
            new(
                "sklearn.linear_model.PoissonRegressor()",
                "poisson",
                "half the deviance: the target's part is added; a penalty on the weights is added"),
            new("sklearn.ensemble.HistGradientBoostingRegressor(loss=\"poisson\")", "poisson"),
            new(
                "xgboost.XGBRegressor(objective=\"count:poisson\", max_delta_step=0.7)",
                "poisson",
                "the second derivative is taken at the score + max_delta_step, which also bounds a leaf"),
            new(
                "lightgbm.LGBMRegressor(objective=\"poisson\", poisson_max_delta_step=0.7)",
                "poisson",
                "the second derivative is multiplied by e to the poisson_max_delta_step"),
            new("catboost.CatBoostRegressor(loss_function=\"Poisson\")", "poisson"),
            new(
                "neuralforecast.losses.pytorch.DistributionLoss(distribution=\"Poisson\")",
                "poisson",
                "ln t! is added, and the mean passes a softplus"),
            new(
                "darts.utils.likelihood_models.PoissonLikelihood()",
                "poisson",
                "ln t! is added, and the mean passes a softplus"),
            new(
                "sklearn.linear_model.TweedieRegressor(power=1.0)",
                "poisson",
                "a penalty on the weights is added") { Fixed = ["power"] },
        ],
        Tasks = LossTask.Counts,
        Target = Domain.NonNegative,
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
        TLane.Exp(prediction) - (target * prediction);
}

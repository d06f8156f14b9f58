using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The partial likelihood of proportional hazards: at each event, who of those still at risk it strikes.
/// </summary>
/// <remarks>
/// <code>
/// L = Σ over events i of (ln Σ over those with tⱼ ≥ tᵢ of e^zⱼ − zᵢ) / number of events
/// </code>
/// Events at one time all stay at risk for one another (Breslow). There is a term for each stratum, its mean over its
/// events, that weighs their number: the mean is that over all events. Without an event it is 0, with a gradient of 0.
/// n log n in time; log-hazards of any size do not overflow. Reference: D. R. Cox, "Regression Models and Life-Tables",
/// Journal of the Royal Statistical Society B 34 (1972), doi:10.1111/j.2517-6161.1972.tb00899.x; N. Breslow,
/// "Covariance Analysis of Censored Survival Data", Biometrics 30 (1974), doi:10.2307/2529620.
/// </remarks>
public readonly struct CoxLoss : IGraphLoss<CoxLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cox",
        Title = "Cox",
        Use = "Times to an event, some censored, where who is at higher risk matters and not when.",
        Avoid = "Many events at the same time, where it is biased: take cox-efron. For a time itself "
            + "take weibull-aft.",
        Reference = "D. R. Cox, Regression Models and Life-Tables, 1972, "
            + "doi:10.1111/j.2517-6161.1972.tb00899.x",
        Latex = @"\frac{1}{\sum \delta} \sum_{\delta_i = 1} \left(\ln \sum_{t_j \ge t_i} e^{z_j} - "
            + @"z_i\right)",
        Aliases = ["cox-breslow", "cox-partial-likelihood", "breslow", "cox-ph"],
        Names = new() { XgBoost = "survival:cox", Chinese = "Cox 偏似然损失" },
        Translations =
        [
            new("pycox.models.loss.CoxPHLoss()", "cox", "rows stand by falling time, ties in that order"),
            new("torchsurv.loss.cox.neg_partial_log_likelihood(ties_method=\"breslow\")", "cox"),
            new(
                "xgboost.XGBRegressor(objective=\"survival:cox\")",
                "cox",
                "a negative label is a time without event; a sum"),
            new(
                "catboost.CatBoostRegressor(loss_function=\"Cox\")",
                "cox",
                "a negative label is a time without event; a sum"),
            new("sksurv.linear_model.CoxPHSurvivalAnalysis(ties=\"breslow\")", "cox"),
        ],
        Tasks = LossTask.Survival,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-hazard", "z", InputKind.Real, "n", "the predicted logarithm of the hazard, up to a constant")
        {
            IsDifferentiable = true,
        },
        .. SurvivalInputs.Times,
        new("stratum", "g", InputKind.GroupNumber, "n", "the stratum that each row belongs to; all to one if left out")
        {
            IsOptional = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = int.MaxValue,
        IsCoupled = true,
    };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> hazard = inputs["log-hazard"];
        int[] starts = GroupRuns.Of(tape, inputs, "stratum", hazard.Shape.Length);
        return GroupOperation.Compute(
            tape, new CoxFormula(isEfron: false), starts, hazard, inputs["time"], inputs["event"]);
    }
}

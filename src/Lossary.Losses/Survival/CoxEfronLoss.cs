using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The partial likelihood of proportional hazards, with Efron's treatment of events at the same time.
/// </summary>
/// <remarks>
/// <code>
/// L = Σ over event times of (Σ over r &lt; d of ln(Σ at risk of e^z − r/d Σ failing of e^z) − Σ failing of z)
///     / number of events
/// </code>
/// The d events at one time leave the risk one by one, on average. There is a term for each stratum, its mean over its
/// events, that weighs their number: the mean is that over all events. Without an event it is 0, with a gradient of 0.
/// n log n in time; log-hazards of any size do not overflow. Reference: B. Efron, "The Efficiency of Cox's Likelihood
/// Function for Censored Data", JASA 72 (1977), doi:10.1080/01621459.1977.10480613.
/// </remarks>
public readonly struct CoxEfronLoss : IGraphLoss<CoxEfronLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cox-efron",
        Title = "Cox by Efron",
        Use = "Times to an event in coarse units, days or months, so that many events share one.",
        Avoid = "Times without ties, where cox gives the same faster.",
        Reference = "B. Efron, The Efficiency of Cox's Likelihood Function for Censored Data, 1977, "
            + "doi:10.1080/01621459.1977.10480613",
        Latex = @"\frac{1}{\sum \delta} \sum_k \sum_{r < d_k} \left(\ln \left(\sum_{t_j \ge t_k} e^{z_j}"
            + @" - \frac{r}{d_k} \sum_{i \in D_k} e^{z_i}\right)\right) - \frac{1}{\sum \delta} "
            + @"\sum_{\delta_i = 1} z_i",
        Aliases = ["efron"],
        Names = new() { Chinese = "Cox 偏似然（Efron）" },
        Translations =
        [
            new("torchsurv.loss.cox.neg_partial_log_likelihood(ties_method=\"efron\")", "cox-efron"),
            new("sksurv.linear_model.CoxPHSurvivalAnalysis(ties=\"efron\")", "cox-efron"),
            new("lifelines.CoxPHFitter()", "cox-efron"),
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
            tape, new CoxFormula(isEfron: true), starts, hazard, inputs["time"], inputs["event"]);
    }
}

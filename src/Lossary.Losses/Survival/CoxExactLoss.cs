using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The partial likelihood of proportional hazards, exact where times are discrete and events share them.
/// </summary>
/// <remarks>
/// <code>
/// L = Σ over event times of (ln Σ over all sets S of d at risk of e^(Σ over S of z) − Σ failing of z)
///     / number of events
/// </code>
/// with d the number that fail at that time: which d it strikes, out of all d that it could have. There is a term for
/// each stratum, its mean over its events, that weighs their number: the mean is that over all events. Without an event
/// it is 0, with a gradient of 0. The sums over sets follow from one recursion for all times, in n D steps and 2 √n D
/// numbers of memory, with D the most events at one time. R calls it exact, SAS discrete. Reference: D. R. Cox,
/// "Regression Models and Life-Tables", 1972, doi:10.1111/j.2517-6161.1972.tb00899.x, section 6; the recursion: M. H.
/// Gail, J. H. Lubin, L. V. Rubinstein, "Likelihood Calculations for Matched Case-Control Studies and Survival Studies
/// with Tied Death Times", Biometrika 68 (1981), doi:10.1093/biomet/68.3.703.
/// </remarks>
public readonly struct CoxExactLoss : IGraphLoss<CoxExactLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cox-exact",
        Title = "Cox with exact ties",
        Use = "Times that are discrete by nature, such as visits or school years, where many events share one.",
        Avoid = "Continuous times that were only rounded, or thousands of events at one time: take cox-efron.",
        Reference = "M. H. Gail, J. H. Lubin, L. V. Rubinstein, Likelihood Calculations for Matched Case-Control "
            + "Studies and Survival Studies with Tied Death Times, 1981, doi:10.1093/biomet/68.3.703",
        Latex = @"\frac{1}{\sum \delta} \sum_k \left(\ln \sum_{S \subseteq R_k, |S| = d_k} e^{\sum_{j \in S} z_j}"
            + @" - \sum_{i \in D_k} z_i\right)",
        Aliases = ["cox-discrete", "conditional-logistic"],
        Names = new() { Chinese = "Cox 偏似然（精确）" },
        Tasks = LossTask.Survival,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => CoxLoss.Inputs;

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
            tape, default(CoxExactFormula), starts, hazard, inputs["time"], inputs["event"]);
    }
}

using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The likelihood of a discrete time to an event: a softmax over the intervals and what comes after them.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln pⱼ where the event was seen, else −ln Σ over l &gt; j of pₗ
/// </code>
/// The last outcome, that the event comes after all intervals, has the logit 0. Reference: H. Kvamme, Ø. Borgan,
/// "Continuous and Discrete-Time Survival Prediction with Neural Networks", Lifetime Data Analysis 27 (2021),
/// arXiv:1910.06724.
/// </remarks>
public readonly struct ProbabilityMassLoss : IGraphLoss<ProbabilityMassLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "pmf",
        Title = "probability mass",
        Use = "Times to an event in intervals, with a probability for each.",
        Avoid = "Many intervals and few events, whose neighbours share nothing. Take mtlr.",
        Reference = "H. Kvamme, Ø. Borgan, Continuous and Discrete-Time Survival Prediction with Neural "
            + "Networks, 2021, arXiv:1910.06724",
        Latex = @"-\delta \ln p_j - (1 - \delta) \ln \sum_{l > j} p_l",
        Aliases = ["deephit-likelihood"],
        Names = new() { Chinese = "概率质量损失" },
        Translations =
        [
            new("pycox.models.loss.NLLPMFLoss()", "pmf", "1e-7 is added inside logarithms"),
        ],
        Tasks = LossTask.Survival,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logit", "z", InputKind.Real, "n, k", "the logit of the event in each interval")
        {
            IsDifferentiable = true,
        },
        .. SurvivalInputs.Intervals,
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        return new(IntervalMasks.MassLoss(tape, inputs, inputs["logit"]));
    }
}

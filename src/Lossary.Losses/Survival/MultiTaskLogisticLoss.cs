using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The likelihood of a discrete time to an event, with logits that add up from the last interval: neighbours share
/// what they learn.
/// </summary>
/// <remarks>
/// <code>
/// L = pmf of zₗ = Σ over m ≥ l of φₘ
/// </code>
/// The last outcome, that the event comes after all intervals, has the logit 0. Reference: C.-N. Yu, R. Greiner, H.-C.
/// Lin, V. Baracos, "Learning Patient-Specific Cancer Survival Distributions as a Sequence of Dependent Regressors",
/// NeurIPS 2011.
/// </remarks>
public readonly struct MultiTaskLogisticLoss : IGraphLoss<MultiTaskLogisticLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "mtlr",
        Title = "multi-task logistic regression",
        Use = "Times to an event in many intervals.",
        Avoid = "A handful of intervals. Take pmf.",
        Reference = "C.-N. Yu, R. Greiner, H.-C. Lin, V. Baracos, Learning Patient-Specific Cancer Survival"
            + " Distributions as a Sequence of Dependent Regressors, NeurIPS 2011",
        Latex = @"-\delta \ln p_j - (1 - \delta) \ln \sum_{l > j} p_l, \quad p = "
            + @"\mathrm{softmax}\left(\sum_{m \ge l} \phi_m\right)",
        Names = new() { Chinese = "多任务逻辑回归生存损失" },
        Translations =
        [
            new("pycox.models.loss.NLLMTLRLoss()", "mtlr", "1e-7 is added inside logarithms"),
        ],
        Tasks = LossTask.Survival,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("score", "z", InputKind.Real, "n, k", "what each interval adds to the logits up to it")
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
        Tensor<T> sums = tape.MatMul(inputs["score"], IntervalMasks.Triangle(tape, inputs.Extent("k"), isLower: true));
        return new(IntervalMasks.MassLoss(tape, inputs, sums));
    }
}

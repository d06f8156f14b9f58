using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The likelihood of a discrete time to an event: in each interval that was survived, and in the last, a binary cross
/// entropy.
/// </summary>
/// <remarks>
/// <code>
/// L = Σ over l ≤ j of (ln(1 + e^zₗ) − [l = j] δ zₗ)
/// </code>
/// j is the interval of the event or of the last look; intervals after it do not count. Reference: M. F. Gensheimer, B.
/// Narasimhan, "A Scalable Discrete-Time Survival Model for Neural Networks", PeerJ 7 (2019), arXiv:1805.00917.
/// </remarks>
public readonly struct LogisticHazardLoss : IGraphLoss<LogisticHazardLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "logistic-hazard",
        Title = "logistic hazard",
        Use = "Times to an event in intervals, with a hazard of any shape for each.",
        Avoid = "Few events for each interval. Take weibull-aft.",
        Reference = "M. F. Gensheimer, B. Narasimhan, A Scalable Discrete-Time Survival Model for Neural "
            + "Networks, 2019, arXiv:1805.00917",
        Latex = @"\sum_{l \le j} \left(\ln(1 + e^{z_l}) - [l = j] \delta z_l\right)",
        Aliases = ["nnet-survival", "discrete-hazard"],
        Names = new() { Chinese = "逻辑风险损失" },
        Translations =
        [
            new("pycox.models.loss.NLLLogistiHazardLoss()", "logistic-hazard", "spelt so"),
        ],
        Tasks = LossTask.Survival,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logit", "z", InputKind.Real, "n, k", "the logit of each interval's hazard") { IsDifferentiable = true },
        .. SurvivalInputs.Intervals,
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> logits = inputs["logit"];
        Tensor<T> seen = IntervalMasks.UpTo(tape, inputs, last: 1), hit = IntervalMasks.Event(tape, inputs);
        return new(tape.Sum(tape.Formula(default(HazardTerm), logits, seen, hit), [1]));
    }

    /// <summary>
    /// Softplus of a logit that was seen, of its negative where the event struck: no difference of large numbers.
    /// </summary>
    private readonly struct HazardTerm : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            ((x[1] - x[2]) * TLane.Softplus(x[0])) + (x[2] * TLane.Softplus(-x[0]));
    }
}

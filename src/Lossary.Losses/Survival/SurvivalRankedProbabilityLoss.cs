using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The ranked probability score of a time in intervals; of a censored time, only what was seen.</summary>
/// <remarks>
/// <code>
/// L = Σ before j of Fₗ² + Σ from j on of (1 − Fₗ)² where the event was seen in j
/// L = Σ up to j of Fₗ² where it was not seen by the end of j
/// </code>
/// F are the cumulative shares of a softmax over the intervals and, with logit 0, what comes after them. With intervals
/// of one width it is the continuous score of a step function in units of that width. Reference: A. Avati, T. Duan, S.
/// Zhou, K. Jung, N. H. Shah, A. Ng, Countdown Regression: Sharp and Calibrated Survival Predictions, 2018,
/// arXiv:1806.08324.
/// </remarks>
public readonly struct SurvivalRankedProbabilityLoss : IGraphLoss<SurvivalRankedProbabilityLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "survival-crps",
        Title = "survival CRPS",
        Use = "A sharp and calibrated distribution of a time, from censored data.",
        Avoid = "Far tails matter, which it hardly sees: take pmf or mtlr.",
        Reference = "A. Avati, T. Duan, S. Zhou, K. Jung, N. H. Shah, A. Ng, Countdown Regression: Sharp and "
            + "Calibrated Survival Predictions, 2018, arXiv:1806.08324",
        Latex = @"\sum_{l < j} F_l^2 + \delta \sum_{l \ge j} (1 - F_l)^2",
        Aliases = ["s-crps"],
        Names = new() { Chinese = "生存 CRPS 损失" },
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
        Tensor<T> logits = inputs["logit"];
        int n = logits.Shape[0], k = logits.Shape[1];
        Tensor<T> never = tape.Rent(new Shape(n, 1));
        never.Values.Clear();
        Tensor<T> shares = tape.Slice(tape.Softmax(tape.Concatenate(1, logits, never)), 1, 0, k);
        Tensor<T> cumulative = tape.MatMul(shares, IntervalMasks.Triangle(tape, k, isLower: false));
        Tensor<T> wasOver = tape.Rent(logits.Shape), wasNot = tape.Rent(logits.Shape);
        int[] own = inputs.Whole(tape, "interval");
        for (int i = 0; i < logits.Shape.Length; i++)
        {
            int row = i / k, l = i % k;
            bool isSeen = inputs["event"].Values[row] != T.Zero;
            wasNot.Values[i] = l < own[row] || (l == own[row] && !isSeen) ? T.One : T.Zero;
            wasOver.Values[i] = l >= own[row] && isSeen ? T.One : T.Zero;
        }

        return new(tape.Sum(tape.Formula(default(Squares), cumulative, wasNot, wasOver), [1]));
    }

    /// <summary>a F² + b (1 − F)².</summary>
    private readonly struct Squares : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane rest = 1 - x[0];
            return (x[1] * (x[0] * x[0])) + (x[2] * (rest * rest));
        }
    }
}

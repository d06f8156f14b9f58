using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A sampled sequence made likelier by how much better it did than a baseline: REINFORCE for sequences.
/// </summary>
/// <remarks>
/// <code>
/// L = −(R − b) Σ_t ln p(y_t)
/// </code>
/// Self-critical training takes for the baseline b the reward of the sequence that greedy decoding gives. Its value
/// means nothing by itself; its gradient is an unbiased estimate of the expected reward's. Reference: S. Rennie et al.,
/// "Self-Critical Sequence Training for Image Captioning", CVPR 2017, arXiv:1612.00563.
/// </remarks>
public readonly struct SelfCriticalLoss : IGraphLoss<SelfCriticalLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "self-critical",
        Title = "self-critical sequence training",
        Use = "Captions and translations tuned for the metric they are judged by, after training with "
            + "token-cross-entropy.",
        Avoid = "Training starts from scratch: a network that knows nothing never samples anything that is rewarded.",
        Reference = "S. Rennie, E. Marcheret, Y. Mroueh, J. Ross, V. Goel, Self-Critical Sequence Training for Image "
            + "Captioning, CVPR 2017, arXiv:1612.00563",
        Latex = @"-(R - b) \sum_t \ln p(y_t)",
        Aliases = ["scst", "sequence-reinforce"],
        Names = new() { Chinese = "自评判序列训练" },
        Tasks = LossTask.Sequence | LossTask.Reinforcement,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new(
            "log-probabilities", @"\ell", InputKind.LogProbability, "n, t",
            "the logarithm of each sampled token's probability")
        {
            IsDifferentiable = true,
        },
        new("reward", "R", InputKind.Real, "n", "what each sampled sequence earned"),
        new("baseline", "b", InputKind.Real, "n", "what it is compared with") { IsOptional = true },
        new("lengths", "T", InputKind.StepCount, "n", "how many tokens of each sequence count")
        {
            Below = "t",
            IsOptional = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> shares = inputs["log-probabilities"], factors = tape.Rent(shares.Shape);
        Tensor<T>? baseline = inputs.Find("baseline");
        int steps = inputs.Extent("t");
        int[] lengths = LabelRows.Lengths(tape, inputs, "lengths", inputs.Extent("n"), steps);
        factors.Values.Clear();
        for (int sample = 0; sample < lengths.Length; sample++)
        {
            T advantage = inputs["reward"].Values[sample] - (baseline is null ? T.Zero : baseline.Values[sample]);
            factors.Values.Slice(sample * steps, lengths[sample]).Fill(-advantage);
        }

        return new(tape.Sum(tape.Formula(default(ProductOrZero), shares, factors), [-1]));
    }

    /// <summary>x · y, and 0 where y is, whatever x.</summary>
    private readonly struct ProductOrZero : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            TLane.WhereAtMost(TLane.Abs(x[1]), 0, 0, x[0] * x[1]);
    }
}

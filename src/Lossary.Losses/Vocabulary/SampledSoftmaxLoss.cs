using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy over the target and a few drawn classes, in place of a large vocabulary.</summary>
/// <remarks>
/// <code>
/// L = ln(e^a_y + Σ over the drawn s ≠ y of e^a_s) − a_y        with a_k = h · w_k + b_k − ln q_k
/// </code>
/// Subtracting ln q makes it right on average, however the classes are drawn. References: Y. Bengio, J.-S. Senécal,
/// 2008; S. Jean et al., "On Using Very Large Target Vocabulary for Neural Machine Translation", ACL 2015,
/// arXiv:1412.2007.
/// </remarks>
public readonly struct SampledSoftmaxLoss : IGraphLoss<SampledSoftmaxLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "sampled-softmax",
        Title = "sampled softmax",
        Use = "Training over vocabularies or item catalogues of millions, where all scores take too long.",
        Avoid = "A model is judged, or classes are below some ten thousand: linear-cross-entropy is exact.",
        Reference = "S. Jean, K. Cho, R. Memisevic, Y. Bengio, On Using Very Large Target Vocabulary for Neural "
            + "Machine Translation, ACL 2015, arXiv:1412.2007",
        Latex = @"\ln\Big(e^{a_y} + \sum_{s \ne y} e^{a_s}\Big) - a_y, \quad a_k = h \cdot w_k + b_k - \ln q_k",
        Aliases = [],
        Names = new() { Chinese = "采样 softmax" },
        Tasks = LossTask.Sequence,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [.. SampledScores.Inputs, SampledScores.Proposal];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SampledScores<T> scores = SampledScores.Compute(tape, inputs, noise: 0);
        Tensor<T> others = tape.Formula(default(ScoreOfOther), scores.Samples, scores.IsOther);
        Tensor<T> all = tape.LogSumExp(tape.Concatenate(1, scores.Targets, others), [1]);
        return new(tape.Subtract(all, tape.Reshape(scores.Targets, all.Shape)));
    }


    /// <summary>The score; so low that it has no share where the class is the target itself.</summary>
    private readonly struct ScoreOfOther : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            TLane.WhereLess(0.5, x[1], x[0], double.NegativeInfinity);
    }
}

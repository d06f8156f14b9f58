using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Pulls the target's score up and those of drawn classes down, as word2vec does.</summary>
/// <remarks>
/// <code>
/// L = ln(1 + e^(−z_y)) + Σ over the drawn s ≠ y of ln(1 + e^z_s)        with z_k = h · w_k + b_k
/// </code>
/// Reference: T. Mikolov, I. Sutskever, K. Chen, G. Corrado, J. Dean, "Distributed Representations of Words and Phrases
/// and their Compositionality", NeurIPS 2013, arXiv:1310.4546.
/// </remarks>
public readonly struct NegativeSamplingLoss : IGraphLoss<NegativeSamplingLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "negative-sampling",
        Title = "negative sampling",
        Use = "Embeddings of words, items or nodes from what stands beside what.",
        Avoid = "Probabilities are wanted: its scores are none. Take sampled-softmax.",
        Reference = "T. Mikolov, I. Sutskever, K. Chen, G. Corrado, J. Dean, Distributed Representations of Words and "
            + "Phrases and their Compositionality, NeurIPS 2013, arXiv:1310.4546",
        Latex = @"\ln(1 + e^{-z_y}) + \sum_{s \ne y} \ln(1 + e^{z_s})",
        Aliases = ["sgns", "skip-gram-negative-sampling"],
        Names = new() { Chinese = "负采样损失" },
        Tasks = LossTask.Sequence,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => SampledScores.Inputs;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(SampledScores.LogisticCosts(tape, SampledScores.Compute(tape, inputs, noise: null)));
}

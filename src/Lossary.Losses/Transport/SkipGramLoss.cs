using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Telling what stands beside a word from what was drawn at random.</summary>
/// <remarks>
/// <code>
/// L = softplus(−w·c) + Σₛ softplus(w·c̄ₛ)
/// </code>
/// Reference: T. Mikolov, I. Sutskever, K. Chen, G. Corrado, J. Dean, Distributed Representations of Words and Phrases,
/// 2013, arXiv:1310.4546.
/// </remarks>
public readonly struct SkipGramLoss : IGraphLoss<SkipGramLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "skip-gram",
        Title = "skip-gram with negative sampling",
        Use = "Vectors of words, items or nodes from what stands beside what.",
        Avoid = "Rare words matter, or context in order: counts in glove, or a language model.",
        Reference = "T. Mikolov, I. Sutskever, K. Chen, G. Corrado, J. Dean, Distributed Representations of Words "
            + "and Phrases and their Compositionality, NeurIPS 2013, arXiv:1310.4546",
        Latex = @"-\ln \sigma(w \cdot c) - \sum_s \ln \sigma(-w \cdot \bar c_s)",
        Aliases = ["word2vec"],
        Names = new() { Chinese = "跳字模型负采样" },
        Tasks = LossTask.SelfSupervised,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("word", "w", InputKind.Real, "n, d", "the vectors of the words") { IsDifferentiable = true },
        new("context", "c", InputKind.Real, "n, d", "the vectors of what stands beside them")
        {
            IsDifferentiable = true,
        },
        new("negatives", @"\bar c", InputKind.Real, "n, s, d", "the vectors of s contexts drawn at random")
        {
            IsDifferentiable = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> word = inputs["word"], negatives = inputs["negatives"];
        Tensor<T> beside = tape.Sum(tape.Multiply(word, inputs["context"]), [-1]);
        Tensor<T> spread = tape.Reshape(word, new Shape(word.Shape[0], 1, word.Shape[1]));
        Tensor<T> drawn = tape.Sum(tape.Multiply(negatives, spread), [-1]);
        Tensor<T> cost = tape.Activate(tape.Negate(beside), Activation.Softplus());
        return new(tape.Add(cost, tape.Sum(tape.Activate(drawn, Activation.Softplus()), [-1])));
    }
}

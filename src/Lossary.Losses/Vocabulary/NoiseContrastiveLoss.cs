using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Tells the target from classes drawn as noise, each by a yes or no: noise-contrastive estimation.</summary>
/// <remarks>
/// <code>
/// L = ln(1 + e^(−a_y)) + Σ over the drawn s ≠ y of ln(1 + e^a_s)        with a_k = h · w_k + b_k − ln(m q_k)
/// </code>
/// With many drawn classes its scores come to be logarithms of probabilities, without any normalisation. Reference: M.
/// Gutmann, A. Hyvärinen, "Noise-contrastive estimation", AISTATS 2010; A. Mnih, Y. W. Teh, 2012, arXiv:1206.6426.
/// </remarks>
public readonly struct NoiseContrastiveLoss : IGraphLoss<NoiseContrastiveLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "noise-contrastive",
        Title = "noise-contrastive estimation",
        Use = "Training over large vocabularies where scores are to be usable without a normalisation.",
        Avoid = "Only a ranking is wanted, for which negative-sampling is simpler, or all classes can be scored.",
        Reference = "A. Mnih, Y. W. Teh, A Fast and Simple Algorithm for Training Neural Probabilistic Language "
            + "Models, ICML 2012, arXiv:1206.6426",
        Latex = @"\ln(1 + e^{-a_y}) + \sum_{s \ne y} \ln(1 + e^{a_s}), \quad a_k = h \cdot w_k + b_k - \ln(m q_k)",
        Aliases = ["noise-contrastive-estimation"],
        Names = new() { Chinese = "噪声对比估计" },
        Tasks = LossTask.Sequence,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [.. SampledScores.Inputs, SampledScores.Proposal];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(SampledScores.LogisticCosts(
            tape, SampledScores.Compute(tape, inputs, noise: Math.Log(Math.Max(1, inputs.Extent("m"))))));

}

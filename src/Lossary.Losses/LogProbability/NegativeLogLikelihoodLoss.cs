using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Cross entropy for a model that ends in a log-softmax of its own: the scores are log-probabilities.
/// </summary>
/// <remarks>
/// <code>
/// f(ℓ)  = −ℓ
/// f′(ℓ) = −1
/// </code>
/// Nothing is normalised; after a log-softmax it is cross entropy, which takes logits and keeps more digits. Reference:
/// R. A. Fisher, "On the Mathematical Foundations of Theoretical Statistics", 1922, doi:10.1098/rsta.1922.0009.
/// </remarks>
public readonly struct NegativeLogLikelihoodLoss : ILogProbabilityLoss<NegativeLogLikelihoodLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "negative-log-likelihood",
        Title = "negative log-likelihood",
        Use = "Several classes, for a model whose scores are log-probabilities already.",
        Avoid = "The model gives scores: cross-entropy takes these, in one step and without losing digits.",
        Reference = "R. A. Fisher, On the Mathematical Foundations of Theoretical Statistics, 1922, "
            + "doi:10.1098/rsta.1922.0009",
        Aliases = ["nll"],
        Names = new() { PyTorch = "NLLLoss", ScikitLearn = "log_loss", Chinese = "负对数似然" },
        Translations =
        [
            new(
                "torch.nn.NLLLoss()",
                "negative-log-likelihood",
                "with class weights, its mean divides by the weights of the targets"),
        ],
        Link = Link.Log,
    };

    /// <inheritdoc/>
    public static bool TakesLogProbabilities
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = int.MaxValue,
        LipschitzConstant = 1,
        SmoothnessConstant = 0,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane logProbability) where TLane : struct, ILane<TLane> => -logProbability;
}

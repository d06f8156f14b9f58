using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A generator is not to have its samples recognised: the original game, whose gradient vanishes while it loses.
/// </summary>
/// <remarks>
/// <code>
/// L = ln σ(−f)
/// </code>
/// Reference: I. J. Goodfellow et al., Generative Adversarial Networks, 2014, arXiv:1406.2661.
/// </remarks>
public readonly struct MinimaxGeneratorLoss : IFormulaLoss<MinimaxGeneratorLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "minimax-generator",
        Title = "minimax GAN generator",
        Use = "Studying the original game; training takes gan-generator.",
        Avoid = "Its gradient vanishes as long as the discriminator wins: take gan-generator.",
        Reference = "I. J. Goodfellow et al., Generative Adversarial Networks, 2014, arXiv:1406.2661",
        Aliases = ["saturating-generator"],
        Names = new() { Chinese = "极小极大 GAN 生成器损失" },
        Translations =
        [
            new("torchgan.losses.MinimaxGeneratorLoss(nonsaturating=False)", "minimax-generator"),
        ],
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Fake;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        TLane.LogSigmoid(-x[0]);
}

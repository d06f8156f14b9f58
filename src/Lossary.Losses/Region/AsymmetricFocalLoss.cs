using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Cross entropy of pixels that plays down the background that is right already, and leaves the foreground whole.
/// </summary>
/// <remarks>
/// <code>
/// L = −mean of δ Σ foreground t ln p + (1 − δ) t₀ (1 − p₀)^γ ln p₀
/// </code>
/// Softmax over the classes; class 0 is the background. There is one term for each image. Reference: M. Yeung, E. Sala,
/// C.-B. Schönlieb, L. Rundo, Unified Focal Loss: Generalising Dice and Cross Entropy-Based Losses to Handle Class
/// Imbalanced Medical Image Segmentation, 2022, arXiv:2102.04525.
/// </remarks>
/// <param name="delta">What the foreground counts, and its misses; 0 to 1.</param>
/// <param name="gamma">How far easy background is played down; not negative.</param>
public readonly struct AsymmetricFocalLoss(double delta, double gamma)
    : IGraphLoss<AsymmetricFocalLoss>, IDocumentedLoss
{
    private static readonly ParameterCard DeltaCard = new(
        "delta", @"\delta", 0.7, Domain.Unit, "what the foreground counts, and its misses");

    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", 0.5, Domain.NonNegative, "how far easy background is played down");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "asymmetric-focal",
        Title = "asymmetric focal",
        Use = "Segmentation of something small by its pixels, with the background as class 0.",
        Avoid = "Overlap is judged: take unified-focal, which adds it.",
        Reference = "M. Yeung, E. Sala, C.-B. Schönlieb, L. Rundo, Unified Focal Loss: Generalising Dice and Cross "
            + "Entropy-Based Losses to Handle Class Imbalanced Medical Image Segmentation, 2022, arXiv:2102.04525",
        Latex = @"-\overline{\delta \sum_{k > 0} t_k \ln p_k + (1 - \delta) t_0 (1 - p_0)^\gamma \ln p_0}",
        Names = new() { Chinese = "非对称聚焦损失" },
        Translations =
        [
            new(
                "monai.losses.unified_focal_loss.AsymmetricFocalLoss(delta=0.7, gamma=2.0)",
                "asymmetric-focal:delta={delta},gamma={gamma}",
                "takes probabilities"),
        ],
        Tasks = LossTask.Segmentation,
        Parameters = [DeltaCard, GammaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AsymmetricFocal.Inputs;

    /// <summary>What the foreground counts, and its misses.</summary>
    public Parameter Delta { get; } = DeltaCard.Bind(delta);

    /// <summary>How far easy background is played down.</summary>
    public Parameter Gamma { get; } = GammaCard.Bind(gamma);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(AsymmetricFocal.Entropy(tape, inputs, Delta.Value, Gamma.Value));
}

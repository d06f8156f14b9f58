using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The Tversky loss of each class, in which a foreground that is nearly right still counts.</summary>
/// <remarks>
/// <code>
/// L = mean over the classes of 1 − TI₀ and (1 − TIₖ)^(1 − γ)
/// TI = TP / (TP + δ FN + (1 − δ) FP)
/// </code>
/// Softmax over the classes; class 0 is the background. There is one term for each image. Reference: M. Yeung, E. Sala,
/// C.-B. Schönlieb, L. Rundo, Unified Focal Loss: Generalising Dice and Cross Entropy-Based Losses to Handle Class
/// Imbalanced Medical Image Segmentation, 2022, arXiv:2102.04525.
/// </remarks>
/// <param name="delta">What a miss counts; a false alarm counts the rest; 0 to 1.</param>
/// <param name="gamma">How far the foreground is raised; 0 to below 1.</param>
public readonly struct AsymmetricFocalTverskyLoss(double delta, double gamma)
    : IGraphLoss<AsymmetricFocalTverskyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard DeltaCard = new(
        "delta", @"\delta", 0.7, Domain.Unit, "what a miss counts; a false alarm counts the rest");

    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", 0.5, new Domain(0, 1, true, false), "how far the foreground is raised");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "asymmetric-focal-tversky",
        Title = "asymmetric focal Tversky",
        Use = "Segmentation of something small by its overlap, with the background as class 0.",
        Avoid = "Labels are noisy: its slope grows without bound where a class is right. Take tversky.",
        Reference = "M. Yeung, E. Sala, C.-B. Schönlieb, L. Rundo, Unified Focal Loss: Generalising Dice and Cross "
            + "Entropy-Based Losses to Handle Class Imbalanced Medical Image Segmentation, 2022, arXiv:2102.04525",
        Latex = @"\frac{1}{K} \left(1 - TI_0 + \sum_{k > 0} (1 - TI_k)^{1 - \gamma}\right)",
        Names = new() { Chinese = "非对称聚焦 Tversky 损失" },
        Translations =
        [
            new(
                "monai.losses.unified_focal_loss.AsymmetricFocalTverskyLoss(delta=0.7, gamma=0.75)",
                "asymmetric-focal-tversky:delta={delta},gamma={gamma}",
                "takes probabilities"),
        ],
        Tasks = LossTask.Segmentation,
        Parameters = [DeltaCard, GammaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AsymmetricFocal.Inputs;

    /// <summary>What a miss counts; a false alarm counts the rest.</summary>
    public Parameter Delta { get; } = DeltaCard.Bind(delta);

    /// <summary>How far the foreground is raised.</summary>
    public Parameter Gamma { get; } = GammaCard.Bind(gamma);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(AsymmetricFocal.Tversky(tape, inputs, Delta.Value, Gamma.Value));
}

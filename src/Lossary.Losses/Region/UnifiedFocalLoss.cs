using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The asymmetric focal loss of pixels and that of overlap in one, with the same two numbers.</summary>
/// <remarks>
/// <code>
/// L = λ F + (1 − λ) T        F = asymmetric-focal, T = asymmetric-focal-tversky, both with δ and γ
/// </code>
/// Softmax over the classes; class 0 is the background. There is one term for each image. Reference: M. Yeung, E. Sala,
/// C.-B. Schönlieb, L. Rundo, Unified Focal Loss: Generalising Dice and Cross Entropy-Based Losses to Handle Class
/// Imbalanced Medical Image Segmentation, 2022, arXiv:2102.04525.
/// </remarks>
/// <param name="weight">What the pixels count; overlap counts the rest; 0 to 1.</param>
/// <param name="delta">What the foreground counts, and its misses; 0 to 1.</param>
/// <param name="gamma">How far easy background is played down, and hard foreground raised; 0 to below 1.</param>
public readonly struct UnifiedFocalLoss(double weight, double delta, double gamma)
    : IGraphLoss<UnifiedFocalLoss>, IDocumentedLoss
{
    private static readonly ParameterCard WeightCard = new(
        "weight", @"\lambda", 0.5, Domain.Unit, "what the pixels count; overlap counts the rest");

    private static readonly ParameterCard DeltaCard = new(
        "delta", @"\delta", 0.7, Domain.Unit, "what the foreground counts, and its misses");

    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", 0.5, new Domain(0, 1, true, false),
        "how far easy background is played down, and hard foreground raised");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "unified-focal",
        Title = "unified focal",
        Use = "Segmentation of something small, by pixels and by overlap, with the background as class 0.",
        Avoid = "Classes are of about one size: take dice-cross-entropy.",
        Reference = "M. Yeung, E. Sala, C.-B. Schönlieb, L. Rundo, Unified Focal Loss: Generalising Dice and Cross "
            + "Entropy-Based Losses to Handle Class Imbalanced Medical Image Segmentation, 2022, arXiv:2102.04525",
        Latex = @"\lambda F_{\delta, \gamma} + (1 - \lambda) T_{\delta, \gamma}",
        Aliases = ["asymmetric-unified-focal"],
        Names = new() { Chinese = "统一聚焦损失" },
        Translations =
        [
            new(
                "monai.losses.AsymmetricUnifiedFocalLoss(weight=0.5, gamma=0.5, delta=0.7)",
                "unified-focal:weight={weight},delta={delta},gamma={gamma}",
                "takes probabilities of background and one class"),
        ],
        Tasks = LossTask.Segmentation,
        Parameters = [WeightCard, DeltaCard, GammaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AsymmetricFocal.Inputs;

    /// <summary>What the pixels count; overlap counts the rest.</summary>
    public Parameter Weight { get; } = WeightCard.Bind(weight);

    /// <summary>What the foreground counts, and its misses.</summary>
    public Parameter Delta { get; } = DeltaCard.Bind(delta);

    /// <summary>How far easy background is played down, and hard foreground raised.</summary>
    public Parameter Gamma { get; } = GammaCard.Bind(gamma);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> pixels = AsymmetricFocal.Entropy(tape, inputs, Delta.Value, Gamma.Value);
        Tensor<T> overlap = AsymmetricFocal.Tversky(tape, inputs, Delta.Value, Gamma.Value);
        return new(tape.Add(tape.Scale(pixels, Weight.Value), tape.Scale(overlap, 1 - Weight.Value)));
    }
}

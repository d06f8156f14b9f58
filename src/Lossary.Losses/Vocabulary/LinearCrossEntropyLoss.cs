using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The cross entropy of a linear layer over a large vocabulary, without ever holding all its logits.</summary>
/// <remarks>
/// <code>
/// z = H Wᵀ + b        L = Σᵢ w_yᵢ (ln Σₖ e^zᵢₖ − zᵢyᵢ) / Σᵢ w_yᵢ
/// </code>
/// Classes pass by in blocks of about two million logits: a largest score and a sum of powers stay behind, and the
/// backward pass computes each block again. Label smoothing is PyTorch's: of 1 − ε for the target and ε / v for every
/// class, weighed by the class's weight. References: E. Wijmans et al., "Cut Your Losses in Large-Vocabulary Language
/// Models", 2024, arXiv:2411.09009; P.-L. Hsu et al., "Liger Kernel", 2024, arXiv:2410.10989.
/// </remarks>
public readonly struct LinearCrossEntropyLoss : IGraphLoss<LinearCrossEntropyLoss>, IDocumentedLoss
{
    private readonly SmoothingSettings _settings;

    /// <summary>Makes the loss.</summary>
    /// <param name="smoothing">What share of the target is spread over all classes, ε; 0 … 1.</param>
    /// <param name="ignoredClass">Rows with this target do not count; −1 for none.</param>
    public LinearCrossEntropyLoss(double smoothing, double ignoredClass = -1) =>
        _settings = new(smoothing, ignoredClass);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "linear-cross-entropy",
        Title = "fused linear cross entropy",
        Use = "Language models: the last layer and its loss in one, where all logits at once would fill the memory.",
        Avoid =
            "Classes are few thousand or less, and recomputing the logits only costs time: a layer and cross-entropy.",
        Reference = "E. Wijmans, B. Huval, A. Hertzberg, V. Koltun, P. Krähenbühl, Cut Your Losses in Large-Vocabulary "
            + "Language Models, 2024, arXiv:2411.09009",
        Latex = @"\ln \sum_k e^{h \cdot w_k + b_k} - (h \cdot w_y + b_y)",
        Aliases = ["fused-linear-cross-entropy", "cut-cross-entropy"],
        Names = new() { PyTorch = "LinearCrossEntropyLoss", Chinese = "融合线性交叉熵" },
        Translations =
        [
            new(
                "torch.nn.LinearCrossEntropyLoss(label_smoothing=0.0)",
                "linear-cross-entropy:smoothing={label_smoothing}",
                "it holds the weights, which are inputs here"),
            new(
                "liger_kernel.transformers.LigerFusedLinearCrossEntropyLoss(label_smoothing=0.0)",
                "linear-cross-entropy:smoothing={label_smoothing}",
                "lse_square_scale and softcap have no counterpart here"),
            new("cut_cross_entropy.linear_cross_entropy()", "linear-cross-entropy"),
        ],
        Tasks = LossTask.Sequence,
        Parameters = SmoothingSettings.Cards,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("hidden", "h", InputKind.Real, "n, d", "what the last layer reads") { IsDifferentiable = true },
        new("weights", "W", InputKind.Real, "v, d", "the last layer's weights, a row for each class")
        {
            IsDifferentiable = true,
        },
        new("target", "y", InputKind.ClassNumber, "n", "the true class") { Below = "v" },
        new("bias", "b", InputKind.Real, "v", "the last layer's bias") { IsDifferentiable = true, IsOptional = true },
        new("class-weights", "w", InputKind.NonNegative, "v", "what each class weighs")
        {
            IsOptional = true,
            Default = 1,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T>? classWeights = inputs.Find("class-weights");
        ScoreTargets targets = _settings.Targets(
            tape, inputs.Whole(tape, "target"), inputs.Extent("v"), classWeights, out double[] weights);
        Tensor<T> values = tape.LinearCrossEntropy(
            inputs["hidden"], inputs["weights"], inputs.Find("bias"), classWeights, targets);
        return new(values, SmoothingSettings.AsTensor(tape, weights, values.Shape));
    }
}

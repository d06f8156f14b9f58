using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The negative log-likelihood of a class, from a row of logits: it elicits the probabilities.</summary>
/// <remarks>
/// With ℓ the target's log-softmax and t the one-hot target:
/// <code>
/// L = −ℓ = ln Σₖ exp(zₖ) − z of the target
/// ∂L/∂zⱼ = softmax(z)ⱼ − tⱼ
/// </code>
/// With smoothing ε, t becomes (1 − ε) t + ε / K (C. Szegedy et al., CVPR 2016, arXiv:1512.00567); class weights then
/// weigh each class's own part, and a mean still divides by the targets' weights, as in PyTorch. Shares need not
/// sum to 1. On two classes it is binary cross entropy of the difference of the logits.
/// Reference: J. S. Bridle, "Probabilistic Interpretation of Feedforward Classification Network Outputs", 1990,
/// doi:10.1007/978-3-642-76153-9_28.
/// </remarks>
/// <param name="smoothing">ε, 0 to 1: what part of the target is spread over all classes alike.</param>
public readonly struct CrossEntropyLoss(double smoothing = 0) : ILogProbabilityLoss<CrossEntropyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SmoothingCard = new(
        "smoothing", @"\varepsilon", 0, Domain.Unit, "the part of the target that is spread over all classes alike");

    private readonly Parameter _smoothing = SmoothingCard.Bind(smoothing);

    /// <summary>What part of the target is spread over all classes alike.</summary>
    public double Smoothing => _smoothing.Value;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cross-entropy",
        Title = "cross entropy",
        Use = "Several classes, where the probabilities are wanted: the default.",
        Avoid =
            "A good part of the labels is wrong: generalised-cross-entropy. Classes are ordered: ranked-probability.",
        Reference = "J. S. Bridle, Probabilistic Interpretation of Feedforward Classification Network Outputs, 1990, "
            + "doi:10.1007/978-3-642-76153-9_28",
        Aliases =
        [
            "categorical-cross-entropy", "ce", "softmax", "softmax-cross-entropy",
            "sparse-categorical-cross-entropy", "soft-target-cross-entropy", "behaviour-cloning",
            "behavior-cloning",
        ],
        Names = new()
        {
            PyTorch = "CrossEntropyLoss",
            Keras = "CategoricalCrossentropy(from_logits=True)",
            ScikitLearn = "log_loss",
            XgBoost = "multi:softprob",
            LightGbm = "multiclass",
            Chinese = "交叉熵",
        },
        Translations =
        [
            new(
                "torch.nn.CrossEntropyLoss(label_smoothing=0.0)",
                "cross-entropy:smoothing={label_smoothing}",
                "with class weights, its mean divides by the weights of the targets"),
            new(
                "keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.0)",
                "cross-entropy:smoothing={label_smoothing}",
                "targets are one-hot rows"),
            new("keras.losses.SparseCategoricalCrossentropy(from_logits=True)", "cross-entropy"),
            new("optax.softmax_cross_entropy()", "cross-entropy", "targets are one-hot rows"),
            new("optax.softmax_cross_entropy_with_integer_labels()", "cross-entropy"),
            new(
                "xgboost.XGBClassifier(objective=\"multi:softprob\")",
                "cross-entropy",
                "the second derivative is doubled, 2p(1 − p), and at least 1e-16"),
            new(
                "xgboost.XGBClassifier(objective=\"multi:softmax\")",
                "cross-entropy",
                "the second derivative is doubled, 2p(1 − p), and at least 1e-16"),
            new(
                "lightgbm.LGBMClassifier(objective=\"multiclass\")",
                "cross-entropy",
                "the second derivative is multiplied by K/(K − 1)"),
            new("catboost.CatBoostClassifier(loss_function=\"MultiClass\")", "cross-entropy"),
            new(
                "sklearn.linear_model.LogisticRegression(multi_class=\"multinomial\")",
                "cross-entropy",
                "the sum is multiplied by C, and half the squared norm of the weights added"),
            new("timm.loss.LabelSmoothingCrossEntropy(smoothing=0.1)", "cross-entropy:smoothing={smoothing}"),
            new("timm.loss.SoftTargetCrossEntropy()", "cross-entropy", "targets are rows of shares"),
            new(
                "segmentation_models_pytorch.losses.SoftCrossEntropyLoss(smooth_factor=0.0)",
                "cross-entropy:smoothing={smooth_factor}",
                "pixels of ignore_index count 0, but are divided by"),
            new(
                "liger_kernel.transformers.LigerCrossEntropyLoss(label_smoothing=0.0)",
                "cross-entropy:smoothing={label_smoothing}"),
        ],
        Tasks = LossTask.Binary | LossTask.MultiClass,
        Link = Link.Softmax,
        Parameters = [SmoothingCard],
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = int.MaxValue,
        LipschitzConstant = 1,
        SmoothnessConstant = 0,
        IsProper = Smoothing == 0,
        IsCalibrated = Smoothing < 1,
        Functional = Smoothing == 0 ? Functional.Mean : Functional.Unnamed,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SmoothingOf(CrossEntropyLoss loss) => loss._smoothing.Value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane logProbability) where TLane : struct, ILane<TLane> => -logProbability;
}

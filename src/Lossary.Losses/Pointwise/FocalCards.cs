namespace Lossary.Losses;

/// <summary>What the focal losses of two classes have in common: cards shared by all their exponents.</summary>
internal static class FocalCards
{
    /// <summary>How soon easy samples are forgotten.</summary>
    public static readonly ParameterCard Gamma = new(
        "gamma", @"\gamma", 2, Domain.NonNegative, "how soon easy samples are forgotten; 0 is cross entropy");

    /// <summary>The share of the positives.</summary>
    public static readonly ParameterCard Alpha = new(
        "alpha", @"\alpha", 0.25, Domain.Unit, "weight of the positives; the negatives have 1 − alpha");

    /// <summary>Whether alpha is used.</summary>
    public static readonly ParameterCard Balanced = new(
        "balanced",
        "b",
        1,
        new Domain(0, 1, true, true, EndsOnly: true),
        "0 leaves alpha out: both classes have weight 1");

    /// <summary>The card of focal loss on logits.</summary>
    public static readonly LossCard OnLogits = new()
    {
        Key = "binary-focal",
        Title = "binary focal",
        Use = "Two classes, where a crowd of easy samples drowns the few hard ones.",
        Avoid = "Probabilities are wanted, or labels are wrong at times: it is not proper, and wrong labels are its "
            + "hard samples.",
        Reference = "T.-Y. Lin et al., Focal Loss for Dense Object Detection, ICCV 2017, arXiv:1708.02002",
        Aliases = ["focal-binary", "sigmoid-focal"],
        Names = new()
        {
            PyTorch = "torchvision.ops.sigmoid_focal_loss",
            Keras = "BinaryFocalCrossentropy(from_logits=True)",
            Chinese = "二元焦点损失",
        },
        Translations =
        [
            new(
                "torchvision.ops.sigmoid_focal_loss(alpha=0.25, gamma=2.0)",
                "binary-focal:gamma={gamma},alpha={alpha}",
                "a negative alpha there is balanced=0 here; reduction is none"),
            new(
                "keras.losses.BinaryFocalCrossentropy(gamma=2.0, from_logits=True)",
                "binary-focal:gamma={gamma},balanced=0"),
            new(
                "keras.losses.BinaryFocalCrossentropy(alpha=0.25, gamma=2.0, apply_class_balancing=True, "
                + "from_logits=True)",
                "binary-focal:gamma={gamma},alpha={alpha}"),
            new("optax.sigmoid_focal_loss(gamma=2.0)", "binary-focal:gamma={gamma},balanced=0"),
            new(
                "optax.sigmoid_focal_loss(alpha=0.25, gamma=2.0)",
                "binary-focal:gamma={gamma},alpha={alpha}",
                "alpha has no default there"),
            new("monai.losses.FocalLoss(gamma=2.0)", "binary-focal:gamma={gamma},balanced=0"),
            new(
                "monai.losses.FocalLoss(gamma=2.0, alpha=0.25)",
                "binary-focal:gamma={gamma},alpha={alpha}",
                "alpha has no default there"),
            new(
                "segmentation_models_pytorch.losses.FocalLoss(mode=\"binary\", gamma=2.0)",
                "binary-focal:gamma={gamma},balanced=0"),
            new(
                "segmentation_models_pytorch.losses.FocalLoss(mode=\"binary\", alpha=0.25, gamma=2.0)",
                "binary-focal:gamma={gamma},alpha={alpha}",
                "alpha has no default there"),
            new(
                "kornia.losses.binary_focal_loss_with_logits(alpha=0.25, gamma=2.0)",
                "binary-focal:gamma={gamma},alpha={alpha}",
                "reduction is none"),
        ],
        Tasks = LossTask.Binary,
        Target = Domain.Unit,
        Link = Link.Logit,
        Parameters = [Gamma, Alpha, Balanced],
    };

    /// <summary>The card of focal loss on probabilities.</summary>
    public static readonly LossCard OnProbabilities = new()
    {
        Key = "binary-focal-on-probabilities",
        Title = "binary focal on probabilities",
        Use = "Probabilities that are given; to train, binary-focal on logits keeps more digits.",
        Avoid =
            "To train: a probability rounded to 0 or 1 has lost what the gradient needs. binary-focal takes logits.",
        Reference = "T.-Y. Lin et al., Focal Loss for Dense Object Detection, ICCV 2017, arXiv:1708.02002",
        Names = new()
        {
            Keras = "BinaryFocalCrossentropy",
            Chinese = "二元焦点损失（概率输入）",
        },
        Translations =
        [
            new(
                "keras.losses.BinaryFocalCrossentropy(gamma=2.0)",
                "binary-focal-on-probabilities:gamma={gamma},balanced=0",
                "clips probabilities at 1e-7"),
            new(
                "keras.losses.BinaryFocalCrossentropy(alpha=0.25, gamma=2.0, apply_class_balancing=True)",
                "binary-focal-on-probabilities:gamma={gamma},alpha={alpha}",
                "clips probabilities at 1e-7"),
        ],
        Tasks = LossTask.Binary,
        Target = Domain.Unit,
        Prediction = Domain.Unit,
        Link = Link.Identity,
        Parameters = [Gamma, Alpha, Balanced],
    };

    /// <summary>The catalogue's parameters as a constructor takes them.</summary>
    public static double? AlphaOf(double[] parameters)
    {
        double alpha = Alpha.Bind(parameters[1]).Value;
        return Balanced.Bind(parameters[2]).Value == 0 ? null : alpha;
    }

    /// <summary>Refuses an exponent that the type cannot take.</summary>
    public static double GammaFor<TExponent>(double gamma) =>
        typeof(TExponent) != typeof(Squared) || gamma == 2 ? gamma : throw new ArgumentOutOfRangeException(
            nameof(gamma), gamma, "gamma must be 2 with Squared; use Real for any other.");
}

using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The negative log-likelihood of a yes or no, from the logit z: it elicits the probability.</summary>
/// <remarks>
/// <code>
/// L(z, t)   = ln(1 + eᶻ) − t z = max(z, 0) − t z + ln(1 + e^(−|z|))
/// ∂L/∂z     = (1 − t) σ(z) − t σ(−z)
/// ∂²L/∂z²   = σ(z) σ(−z)
/// </code>
/// On margins it is the logistic loss. A target between 0 and 1 is a share, of which it elicits the mean, whatever its
/// distribution; a perfect prediction then costs the share's entropy, not 0 (L. E. Papke, J. M. Wooldridge,
/// "Econometric Methods for Fractional Response Variables", Journal of Applied Econometrics 11 (1996) 619–632).
/// Reference: D. R. Cox, "The Regression Analysis of Binary Sequences", Journal of the Royal Statistical Society B 20
/// (1958) 215–242.
/// </remarks>
public readonly struct BinaryCrossEntropyLoss : IPointwiseLoss<BinaryCrossEntropyLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "binary-cross-entropy",
        Title = "binary cross entropy",
        Use =
            "Two classes, where the probability is wanted: the default. Also proportions, as targets between 0 and 1.",
        Avoid = "A good part of the labels is wrong: brier or savage is bounded. Probabilities instead of logits: see "
            + "the twin for these.",
        Reference =
            "D. R. Cox, The Regression Analysis of Binary Sequences, 1958, doi:10.1111/j.2517-6161.1958.tb00292.x",
        Aliases = ["bce", "log-loss", "bce-with-logits", "multi-label-bce", "multi-logloss", "multi-cross-entropy"],
        Names = new()
        {
            PyTorch = "BCEWithLogitsLoss",
            Keras = "BinaryCrossentropy(from_logits=True)",
            ScikitLearn = "log_loss",
            XgBoost = "binary:logistic",
            LightGbm = "binary",
            Chinese = "二元交叉熵",
        },
        Translations =
        [
            new("torch.nn.BCEWithLogitsLoss()", "binary-cross-entropy"),
            new("torch.nn.functional.binary_cross_entropy_with_logits()", "binary-cross-entropy"),
            new("keras.losses.BinaryCrossentropy(from_logits=True)", "binary-cross-entropy"),
            new("optax.sigmoid_binary_cross_entropy()", "binary-cross-entropy"),
            new(
                "sklearn.linear_model.LogisticRegression()",
                "binary-cross-entropy",
                "the sum is multiplied by C, and half the squared norm of the weights added"),
            new(
                "sklearn.ensemble.HistGradientBoostingClassifier(loss=\"log_loss\")",
                "binary-cross-entropy",
                "for two classes; cross-entropy for more"),
            new(
                "xgboost.XGBClassifier(objective=\"binary:logistic\")",
                "binary-cross-entropy",
                "the second derivative is at least 1e-16"),
            new(
                "lightgbm.LGBMClassifier(objective=\"binary\")",
                "binary-cross-entropy",
                "sigmoid=1.0 multiplies the score"),
            new("catboost.CatBoostClassifier(loss_function=\"Logloss\")", "binary-cross-entropy"),
            new(
                "catboost.CatBoostClassifier(loss_function=\"CrossEntropy\")",
                "binary-cross-entropy",
                "targets may be shares"),
            new(
                "xgboost.XGBClassifier(objective=\"binary:logitraw\")",
                "binary-cross-entropy",
                "it predicts scores, not probabilities; the second derivative is at least 1e-16"),
            new(
                "xgboost.XGBRegressor(objective=\"reg:logistic\")",
                "binary-cross-entropy",
                "targets may be shares; the second derivative is at least 1e-16"),
            new("lightgbm.LGBMRegressor(objective=\"cross_entropy\")", "binary-cross-entropy", "targets may be shares"),
            new(
                "segmentation_models_pytorch.losses.SoftBCEWithLogitsLoss()",
                "binary-cross-entropy",
                "pixels of ignore_index, −100, count 0, but are divided by"),
            new(
                "tensorflow_ranking.keras.losses.SigmoidCrossEntropyLoss()",
                "binary-cross-entropy",
                "a list in each row"),
        ],
        Tasks = LossTask.Binary | LossTask.Regression,
        Target = Domain.Unit,
        Link = Link.Logit,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        Smoothness = int.MaxValue,
        LipschitzConstant = 1,
        SmoothnessConstant = 0.25,
        IsProper = true,
        IsCalibrated = true,
        Functional = Functional.Mean,
    };

    /// <inheritdoc/>
    /// <remarks>ln(1 + eᶻ) − t z would lose all its digits where the prediction is right.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane> =>
        typeof(TLane) == typeof(Symbol)
            ? TLane.Softplus(prediction) - (target * prediction)
            : TLane.AtLeast(prediction, 0) - (target * prediction) + TLane.Softplus(-TLane.Abs(prediction));

    /// <inheritdoc/>
    /// <remarks>By hand: σ(z) − t loses all its digits where the prediction is right.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(BinaryCrossEntropyLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane rest = TLane.Probabilities(prediction, out TLane p, out TLane q);
        TLane value = TLane.AtLeast(prediction, 0) - (target * prediction) + rest;
        return new(value, ((1 - target) * p) - (target * q));
    }

    /// <inheritdoc/>
    /// <remarks>By hand: σ (1 − σ) is 0 where the prediction is right, though the curvature is not.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(BinaryCrossEntropyLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane rest = TLane.Probabilities(prediction, out TLane p, out TLane q);
        TLane value = TLane.AtLeast(prediction, 0) - (target * prediction) + rest;
        return new(value, ((1 - target) * p) - (target * q), p * q);
    }
}

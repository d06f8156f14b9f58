using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The negative log-likelihood of a yes or no, from a probability that is given.</summary>
/// <remarks>
/// With the log floor f and the denominator floor ε:
/// <code>
/// L(p, t)   = −t max(ln p, f) − (1 − t) max(ln(1 − p), f)
/// ∂L/∂p     = (p − t) / max(p (1 − p), ε)
/// </code>
/// The floors are PyTorch's (binary_cross_entropy): they keep p = 0 and p = 1 finite, and let the gradient pull where
/// the value is flat. f = −1000 and ε = 1e−300 give the exact loss for every p of the open interval. To train, the loss
/// on logits keeps more digits. Reference: I. J. Good, "Rational Decisions", Journal of the Royal Statistical Society
/// B 14 (1952) 107–114.
/// </remarks>
/// <param name="logFloor">No logarithm counts as less; negative.</param>
/// <param name="denominatorFloor">The gradient divides by no less; positive.</param>
public readonly struct BinaryCrossEntropyOnProbabilitiesLoss(double logFloor, double denominatorFloor)
    : IPointwiseLoss<BinaryCrossEntropyOnProbabilitiesLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LogFloorCard = new(
        "log-floor", "f", -100, new Domain(double.NegativeInfinity, 0, false, false), "no logarithm counts as less");

    private static readonly ParameterCard DenominatorFloorCard = new(
        "denominator-floor", @"\varepsilon", 1e-12, Domain.Positive, "the gradient divides by no less");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "binary-cross-entropy-on-probabilities",
        Title = "binary cross entropy on probabilities",
        Use = "Probabilities that are given; to train, binary-cross-entropy on logits keeps more digits.",
        Avoid = "To train: a probability rounded to 0 or 1 has lost what the gradient needs. binary-cross-entropy "
            + "takes logits.",
        Reference = "I. J. Good, Rational Decisions, 1952, doi:10.1111/j.2517-6161.1952.tb00104.x",
        Aliases = ["log-loss-on-probabilities", "bce-on-probabilities"],
        Names = new()
        {
            PyTorch = "BCELoss",
            Keras = "BinaryCrossentropy",
            ScikitLearn = "log_loss",
            Chinese = "二元交叉熵（概率输入）",
        },
        Translations =
        [
            new("torch.nn.BCELoss()", "binary-cross-entropy-on-probabilities"),
            new("torch.nn.functional.binary_cross_entropy()", "binary-cross-entropy-on-probabilities"),
            new(
                "keras.losses.BinaryCrossentropy()",
                "binary-cross-entropy-on-probabilities:log-floor=-16.1180956509583",
                "clips probabilities at 1e-7, beyond which the gradient is 0"),
            new(
                "sklearn.metrics.log_loss()",
                "binary-cross-entropy-on-probabilities:log-floor=-36.0436533891172",
                "clips probabilities at the precision of their type"),
        ],
        Tasks = LossTask.Binary,
        Target = Domain.Unit,
        Prediction = Domain.Unit,
        Link = Link.Identity,
        Parameters = [LogFloorCard, DenominatorFloorCard],
    };

    /// <summary>No logarithm counts as less.</summary>
    public Parameter LogFloor { get; } = LogFloorCard.Bind(logFloor);

    /// <summary>The gradient divides by no less.</summary>
    public Parameter DenominatorFloor { get; } = DenominatorFloorCard.Bind(denominatorFloor);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        Smoothness = int.MaxValue,
        LipschitzConstant = 1 / DenominatorFloor.Value,
        IsProper = true,
        IsCalibrated = true,
        Functional = Functional.Mean,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane> =>
        -(target * TLane.AtLeast(TLane.Log(prediction), LogFloor))
            - ((1 - target) * TLane.AtLeast(TLane.Log1P(-prediction), LogFloor));

    /// <inheritdoc/>
    /// <remarks>By hand: the gradient has a floor of its own.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(BinaryCrossEntropyOnProbabilitiesLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane spread = TLane.AtLeast(prediction * (1 - prediction), loss.DenominatorFloor);
        return new(loss.Value(prediction, target), (prediction - target) / spread);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(
        BinaryCrossEntropyOnProbabilitiesLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane> => Differentiate.Slope(loss, prediction, target);
}

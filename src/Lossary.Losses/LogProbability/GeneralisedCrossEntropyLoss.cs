using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Between cross entropy (q → 0) and absolute error (q = 1): bounded, so that wrong labels pull less.
/// </summary>
/// <remarks>
/// With ℓ the target's log-softmax:
/// <code>
/// f(ℓ)  = (1 − exp(qℓ)) / q     at most 1/q
/// f′(ℓ) = −exp(qℓ)
/// </code>
/// At q = 1 it is 1 − p, half the absolute error between the probabilities and the one-hot target. Reference: Z. Zhang,
/// M. R. Sabuncu, "Generalized Cross Entropy Loss for Training Deep Neural Networks with Noisy Labels", NeurIPS 2018,
/// arXiv:1805.07836.
/// </remarks>
/// <param name="q">The trade between the two, above 0 and up to 1.</param>
public readonly struct GeneralisedCrossEntropyLoss(double q = 0.7)
    : ILogProbabilityLoss<GeneralisedCrossEntropyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard QCard = new(
        "q", "q", 0.7, new Domain(0, 1, false, true), "from cross entropy near 0 to absolute error at 1");

    private readonly Parameter _q = QCard.Bind(q);
    private readonly Parameter _inverse = new("q^{-1}", 1 / q);

    /// <summary>The trade between cross entropy and absolute error.</summary>
    public double Q => _q.Value;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "generalised-cross-entropy",
        Title = "generalised cross entropy",
        Use = "Several classes, where a good part of the labels is wrong.",
        Avoid = "Labels are clean, or classes are many: hard rows are learnt slowly. cross-entropy is the default.",
        Reference = "Z. Zhang, M. R. Sabuncu, Generalized Cross Entropy Loss for Training Deep Neural Networks with "
            + "Noisy Labels, 2018, arXiv:1805.07836",
        Aliases = ["gce", "generalized-cross-entropy", "lq"],
        Names = new() { Keras = "CategoricalGeneralizedCrossEntropy", Chinese = "广义交叉熵" },
        Translations =
        [
            new(
                "keras.losses.CategoricalGeneralizedCrossEntropy(q=0.5)",
                "generalised-cross-entropy:q={q}",
                "takes probabilities"),
        ],
        Tasks = LossTask.Binary | LossTask.MultiClass,
        Link = Link.Softmax,
        Parameters = [QCard],
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = int.MaxValue,
        LipschitzConstant = 1,
        SmoothnessConstant = Q,
        IsBounded = true,
        IsCalibrated = Q < 1,
        IsNoiseSymmetric = Q == 1,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane logProbability) where TLane : struct, ILane<TLane> =>
        -(_inverse * TLane.ExpM1(_q * logProbability));

    /// <inheritdoc/>
    /// <remarks>By hand: half the work of the derived form.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(GeneralisedCrossEntropyLoss loss, TLane logProbability)
        where TLane : struct, ILane<TLane>
    {
        TLane m = TLane.ExpM1(loss._q * logProbability, out TLane power);
        return new(-(loss._inverse * m), -power);
    }
}

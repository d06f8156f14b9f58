using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Binary cross entropy of every class by itself: each score is a logit of its own, so that labels may be several.
/// </summary>
/// <remarks>
/// With z a class's score and t its share, 1 for a label of the row and 0 for the others:
/// <code>
/// L = Σₖ F(zₖ, tₖ)   F(z, t) = t ln(1 + e^(−z)) + (1 − t) ln(1 + eᶻ)
/// F′(z, t) = σ(z) − t
/// </code>
/// A sum over the classes: the mean over them is 1/K of it. Shares need not sum to 1: with 0 and 1 they are several
/// labels, between them soft ones. Reference: R. Rifkin, A. Klautau, "In Defense of One-Vs-All Classification", Journal
/// of Machine Learning Research 5 (2004) 101–141.
/// </remarks>
public readonly struct OneVersusAllLoss : IDistributionLoss<OneVersusAllLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "one-versus-all",
        Title = "one-versus-all cross entropy",
        Use = "Rows that may bear several labels, or classes of which none may be right.",
        Avoid = "One label a row and probabilities that sum to 1: take cross entropy.",
        Reference = "R. Rifkin, A. Klautau, In Defense of One-Vs-All Classification, Journal of Machine Learning "
            + "Research 5 (2004) 101–141",
        Aliases = ["ova", "multi-label-cross-entropy", "multiclass-ova", "one-vs-all", "one-vs-rest"],
        Names = new()
        {
            PyTorch = "BCEWithLogitsLoss",
            Keras = "BinaryCrossentropy(from_logits=True)",
            LightGbm = "multiclassova",
            Chinese = "一对多交叉熵",
        },
        Translations =
        [
            new(
                "lightgbm.LGBMClassifier(objective=\"multiclassova\")",
                "one-versus-all",
                "sigmoid=1.0 multiplies the scores"),
            new(
                "catboost.CatBoostClassifier(loss_function=\"MultiClassOneVsAll\")",
                "one-versus-all",
                "divided by the number of classes"),
            new(
                "catboost.CatBoostClassifier(loss_function=\"MultiLogloss\")",
                "one-versus-all",
                "divided by the number of labels"),
            new(
                "catboost.CatBoostClassifier(loss_function=\"MultiCrossEntropy\")",
                "one-versus-all",
                "targets may be shares; divided by the number of labels"),
        ],
        Tasks = LossTask.Binary | LossTask.MultiClass,
        Link = Link.Score,
    };

    /// <inheritdoc/>
    public static bool TakesLogProbabilities
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        Smoothness = int.MaxValue,
        LipschitzConstant = 1,
        SmoothnessConstant = 0.25,
        IsCalibrated = true,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane logProbability, TLane share) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            return (share * TLane.Softplus(-logProbability)) + ((1 - share) * TLane.Softplus(logProbability));
        }

        TLane part = TLane.WhereLess(0.5, share, 1 - share, share);
        TLane y = TLane.WhereLess(0.5, share, -logProbability, logProbability);
        return TLane.Softplus(y) - TLane.WhereLess(0, TLane.Abs(part), part * y, 0);
    }

    /// <inheritdoc/>
    /// <remarks>By hand: one exponential serves value and slope.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(OneVersusAllLoss loss, TLane logProbability, TLane share)
        where TLane : struct, ILane<TLane> => SlopeCall(logProbability, share);

    /// <summary>
    /// Seen from the likelier side, so that a right score keeps its digits; a class without a share costs nothing at
    /// −∞, where 0 · ∞ would be NaN. A call: inlined, the sweep around it would run out of the JIT's locals.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Dual<TLane> SlopeCall<TLane>(TLane score, TLane share) where TLane : struct, ILane<TLane>
    {
        TLane part = TLane.WhereLess(0.5, share, 1 - share, share);
        TLane y = TLane.WhereLess(0.5, share, -score, score);
        TLane value = TLane.Softplus(y, out TLane p) - TLane.WhereLess(0, TLane.Abs(part), part * y, 0);
        return new(value, TLane.WhereLess(0.5, share, part - p, p - part));
    }
}

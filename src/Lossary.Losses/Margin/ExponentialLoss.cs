using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The loss that AdaBoost descends: one badly misclassified sample outweighs all others.</summary>
/// <remarks>
/// <code>
/// L(m)  = e^(−βm)
/// L′(m) = −β e^(−βm)
/// L″(m) = β² e^(−βm)
/// </code>
/// The best score is ln(p / (1 − p)) / (2β), half a logit for β = 1. It overflows to infinity where e^(−βm) does.
/// Reference: J. Friedman, T. Hastie, R. Tibshirani, "Additive Logistic Regression", Annals of Statistics 28 (2000)
/// 337–407.
/// </remarks>
/// <param name="beta">The rate of growth, per unit of margin; positive.</param>
public readonly struct ExponentialLoss(double beta) : IMarginLoss<ExponentialLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 1, Domain.Positive, "the rate of growth, per unit of margin");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "exponential",
        Title = "exponential",
        Use = "Boosting on two classes whose labels are right.",
        Avoid =
            "Labels may be wrong: a single one far on the wrong side outweighs all others. logistic grows linearly.",
        Reference =
            "J. Friedman, T. Hastie, R. Tibshirani, Additive Logistic Regression, 2000, doi:10.1214/aos/1016218223",
        Aliases = ["adaboost"],
        Names = new()
        {
            ScikitLearn = "exponential",
            Chinese = "指数损失",
        },
        Translations =
        [
            new(
                "sklearn.ensemble.GradientBoostingClassifier(loss=\"exponential\")",
                "exponential",
                "labels are 0 and 1; the score is half the log-odds"),
        ],
        Tasks = LossTask.Binary,
        Target = Domain.Sign,
        Link = Link.Score,
        Parameters = [BetaCard],
    };

    /// <summary>The rate of growth.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        Smoothness = int.MaxValue,
        IsCalibrated = true,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane m) where TLane : struct, ILane<TLane> => TLane.Exp(-(Beta * m));
}

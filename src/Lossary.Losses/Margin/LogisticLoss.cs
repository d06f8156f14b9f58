using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Binary cross entropy for targets −1 and +1: finite and exact at any margin.</summary>
/// <remarks>
/// <code>
/// L(m)  = ln(1 + e^(−m))
/// L′(m) = −σ(−m)
/// L″(m) = σ(m) σ(−m)
/// </code>
/// Reference: J. Friedman, T. Hastie, R. Tibshirani, "Additive Logistic Regression", Annals of Statistics 28 (2000)
/// 337–407.
/// </remarks>
public readonly struct LogisticLoss : IMarginLoss<LogisticLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "logistic",
        Title = "logistic",
        Use = "Two classes given as −1 and +1, where the probability is wanted.",
        Avoid = "Labels are 0 and 1, or shares: binary-cross-entropy is the same there. Many wrong labels: savage is "
            + "bounded.",
        Reference =
            "J. Friedman, T. Hastie, R. Tibshirani, Additive Logistic Regression, 2000, doi:10.1214/aos/1016218223",
        Aliases = ["soft-margin"],
        Names = new()
        {
            PyTorch = "SoftMarginLoss",
            ScikitLearn = "log_loss",
            Chinese = "逻辑损失",
        },
        Translations =
        [
            new("torch.nn.SoftMarginLoss()", "logistic", "overflows to infinity below a margin of about −88 in float"),
            new(
                "sklearn.linear_model.SGDClassifier(loss=\"log_loss\")",
                "logistic",
                "labels are any two values; a penalty on the weights is added"),
        ],
        Tasks = LossTask.Binary,
        Target = Domain.Sign,
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
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane m) where TLane : struct, ILane<TLane> => TLane.Softplus(-m);

    /// <inheritdoc/>
    /// <remarks>By hand: σ (1 − σ) is 0 where the margin is good, though the curvature is not.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(LogisticLoss loss, TLane m) where TLane : struct, ILane<TLane>
    {
        Bernoulli.Costs(m, out TLane p, out TLane q, out TLane cost, out _);
        return new(cost, -q, p * q);
    }
}

using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The negative log-likelihood of positive amounts whose variance grows as the cube of their mean, from the logarithm z
/// of that mean: Tweedie's of power 3.
/// </summary>
/// <remarks>
/// <code>
/// L(z, t)   = ½ t e^(−2z) − e^(−z)
/// ∂L/∂z     = e^(−z) − t e^(−2z) = e^(−z) (1 − t e^(−z))
/// ∂²L/∂z²   = 2 t e^(−2z) − e^(−z)
/// </code>
/// The constant 1/(2t) is dropped; with it, (t − μ)² / (2 t μ²), half the deviance. Not convex where the prediction is
/// above twice the target, and nearly flat far above it: a mean that is much too large is hard to leave. Reference:
/// P. McCullagh, J. A. Nelder, "Generalized Linear Models", second edition, Chapman and Hall 1989, chapter 8.
/// </remarks>
public readonly struct InverseGaussianLoss : IPointwiseLoss<InverseGaussianLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "inverse-gaussian",
        Title = "inverse Gaussian",
        Use = "Positive amounts, as durations, whose tail is even longer than gamma's.",
        Avoid = "Training starts far off: it is not convex, and small means make its gradients huge. gamma is the "
            + "calmer one.",
        Reference = "P. McCullagh, J. A. Nelder, Generalized Linear Models, 1989, doi:10.1007/978-1-4899-3242-6",
        Aliases = ["inverse-gaussian-nll"],
        Names = new() { ScikitLearn = "TweedieRegressor(power=3)", Chinese = "逆高斯负对数似然" },
        Translations =
        [
            new(
                "sklearn.linear_model.TweedieRegressor(power=3.0)",
                "inverse-gaussian",
                "a penalty on the weights is added") { Fixed = ["power"] },
        ],
        Tasks = LossTask.Regression,
        Target = Domain.Positive,
        Link = Link.Log,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, Functional = Functional.Mean };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane inverse = TLane.Exp(-prediction);
        return inverse * ((0.5 * (target * inverse)) - 1);
    }

    /// <inheritdoc/>
    /// <remarks>By hand: next to a prediction of 0 and a target of 1 the derived form subtracts near numbers.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(InverseGaussianLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane inverse = TLane.Exp(-prediction);
        TLane near = (1 - target) - (target * TLane.ExpM1(-prediction));
        TLane missing = TLane.WhereLess(TLane.Abs(prediction), 0.5, near, 1 - (target * inverse));
        return new(inverse * ((0.5 * (target * inverse)) - 1), inverse * missing);
    }
}

using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The negative log-likelihood of a gamma distribution whose mean and shape are predicted.</summary>
/// <remarks>
/// <code>
/// L = ln Γ(a) − a ln a + a + a (eᵘ − 1 − u) + ln t     with a = e^s, u = ln t − z
/// </code>
/// Reference: P. McCullagh, J. A. Nelder, Generalized Linear Models, 1989, doi:10.1007/978-1-4899-3242-6.
/// </remarks>
public readonly struct GammaLikelihoodLoss : IFormulaLoss<GammaLikelihoodLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "gamma-likelihood",
        Title = "gamma likelihood",
        Use = "Positive targets whose spread differs from row to row.",
        Avoid = "Targets are 0 at times: tweedie or zero-inflated-log-normal.",
        Reference = "P. McCullagh, J. A. Nelder, Generalized Linear Models, 1989, doi:10.1007/978-1-4899-3242-6",
        Names = new() { Chinese = "伽马分布负对数似然" },
        Translations =
        [
            new(
                "darts.utils.likelihood_models.GammaLikelihood()",
                "gamma-likelihood",
                "what must be positive passes a softplus there; here its logarithm is predicted; its numbers "
                    + "are shape and rate"),
            new(
                "gluonts.torch.distributions.GammaOutput()",
                "gamma-likelihood",
                "what must be positive passes a softplus there; here its logarithm is predicted; its numbers "
                    + "are shape and rate"),
        ],
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-mean", "z", InputKind.Real, "…", "the logarithm of the predicted mean") { IsDifferentiable = true },
        new("log-shape", "s", InputKind.Real, "…", "the logarithm of the predicted shape") { IsDifferentiable = true },
        new("target", "t", InputKind.Positive, "…", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane log = TLane.Log(x[2]);
        TLane shape = TLane.Exp(StableGamma.Bounded(x[1]));
        return StableGamma.LessStirlingCall(shape) + (shape * Stable.ExpM1LessX(log - x[0])) + log;
    }
}

using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The negative log-likelihood of a logistic distribution whose location and scale are predicted.</summary>
/// <remarks>
/// <code>
/// L = s + z + 2 ln(1 + e^(−z))     with z = (t − μ) e^(−s)
/// </code>
/// Reference: N. Balakrishnan, Handbook of the Logistic Distribution, 1991, doi:10.1201/9781482277098.
/// </remarks>
public readonly struct LogisticLikelihoodLoss : IFormulaLoss<LogisticLikelihoodLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "logistic-likelihood",
        Title = "logistic likelihood",
        Use = "A distribution for each row with tails a little heavier than the normal one.",
        Avoid = "Outliers are gross: its tails are exponential still. student-t has heavier ones.",
        Reference = "N. Balakrishnan, Handbook of the Logistic Distribution, 1991, doi:10.1201/9781482277098",
        Names = new() { Chinese = "逻辑斯谛分布负对数似然" },
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("location", @"\mu", InputKind.Real, "…", "the predicted location") { IsDifferentiable = true },
        new("log-scale", "s", InputKind.Real, "…", "the logarithm of the predicted scale") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "…", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane z = (x[2] - x[0]) * TLane.Exp(-x[1]);
        return x[1] + z + (2 * TLane.Softplus(-z));
    }
}

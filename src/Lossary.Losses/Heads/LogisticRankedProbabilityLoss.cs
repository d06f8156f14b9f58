using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>How far a predicted logistic distribution is from what came, in the target's own unit.</summary>
/// <remarks>
/// <code>
/// L = σ (z + 2 ln(1 + e^(−z)) − 1)     with z = (t − μ)/σ, σ = e^s
/// </code>
/// With σ → 0 it is the absolute error. Reference: A. Jordan, F. Krüger, S. Lerch, Evaluating Probabilistic Forecasts
/// with scoringRules, 2019, doi:10.18637/jss.v090.i12.
/// </remarks>
public readonly struct LogisticRankedProbabilityLoss : IFormulaLoss<LogisticRankedProbabilityLoss>, IDocumentedLoss
{
    /// <summary>Of this e is a number in floats, and beyond it the softplus is 0.</summary>
    private const double Largest = 80;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "crps-logistic",
        Title = "continuous ranked probability score, logistic",
        Use = "A location and a spread for each row, with tails between normal and Laplace.",
        Avoid = "Likelihoods are compared: logistic-likelihood.",
        Reference = "A. Jordan, F. Krüger, S. Lerch, Evaluating Probabilistic Forecasts with scoringRules, 2019, "
            + "doi:10.18637/jss.v090.i12",
        Names = new() { Chinese = "连续分级概率评分（逻辑斯谛）" },
        Translations =
        [
            new("scoringrules.crps_logistic()", "crps-logistic", "takes the scale itself, not its logarithm"),
        ],
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
        TLane size = TLane.Abs(x[2] - x[0]);

        // Bounded: a scale of 0 by rounding would leave 0 · ∞ in the slope.
        TLane exponent = typeof(TLane) == typeof(Symbol) ? -x[1] : TLane.AtMost(-x[1], Largest);
        return size + (TLane.Exp(x[1]) * ((2 * TLane.Softplus(-size * TLane.Exp(exponent))) - 1));
    }
}

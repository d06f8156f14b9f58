using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Counts that are 0 for a second reason too: the probability of that, and the mean of the others, are predicted.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln(p + (1 − p) e^(−m))            where t = 0, with p = σ(z), m = e^λ
/// L = −ln(1 − p) + m − t λ + ln t!       else
/// </code>
/// Reference: D. Lambert, Zero-Inflated Poisson Regression, With an Application to Defects in Manufacturing, 1992,
/// doi:10.2307/1269547.
/// </remarks>
public readonly struct ZeroInflatedPoissonLoss : IFormulaLoss<ZeroInflatedPoissonLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "zero-inflated-poisson",
        Title = "zero-inflated Poisson likelihood",
        Use = "Counts with more zeros than Poisson has.",
        Avoid = "The counts spread more than Poisson even without the zeros: zero-inflated-negative-binomial.",
        Reference = "D. Lambert, Zero-Inflated Poisson Regression, With an Application to Defects in Manufacturing, "
            + "1992, doi:10.2307/1269547",
        Aliases = ["zip"],
        Names = new() { Chinese = "零膨胀泊松负对数似然" },
        Translations =
        [
            new(
                "statsmodels.discrete.count_model.ZeroInflatedPoisson()",
                "zero-inflated-poisson",
                "fitted by maximum likelihood: a sum"),
        ],
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("zero-logit", "z", InputKind.Real, "…", "the logit of a zero that does not come from the count")
        {
            IsDifferentiable = true,
        },
        new("log-mean", @"\lambda", InputKind.Real, "…", "the logarithm of the predicted mean of the count")
        {
            IsDifferentiable = true,
        },
        new("target", "t", InputKind.Count, "…", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        CountCosts.Inflated(x[0], CountCosts.LogOfNone(x[1]), CountCosts.Poisson(x[1], x[2]), x[2]);
}

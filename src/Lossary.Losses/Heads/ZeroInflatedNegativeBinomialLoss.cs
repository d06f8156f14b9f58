using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Overdispersed counts that are 0 for a second reason too.</summary>
/// <remarks>
/// <code>
/// L = −ln(p + (1 − p) (1 + α m)^(−1/α))     where t = 0, with p = σ(z)
/// L = −ln(1 − p) + L of the negative binomial     else
/// </code>
/// Reference: W. H. Greene, Accounting for Excess Zeros and Sample Selection in Poisson and Negative Binomial
/// Regression Models, 1994, https://ssrn.com/abstract=1293115.
/// </remarks>
public readonly struct ZeroInflatedNegativeBinomialLoss
    : IFormulaLoss<ZeroInflatedNegativeBinomialLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "zero-inflated-negative-binomial",
        Title = "zero-inflated negative binomial likelihood",
        Use = "Counts with many zeros and a long tail: gene expression, claims.",
        Avoid = "Zeros are as many as the counts explain: its three numbers are not told apart. "
            + "negative-binomial-likelihood has two.",
        Reference = "W. H. Greene, Accounting for Excess Zeros and Sample Selection in Poisson and Negative "
            + "Binomial Regression Models, 1994, https://ssrn.com/abstract=1293115",
        Aliases = ["zinb"],
        Names = new() { Chinese = "零膨胀负二项负对数似然" },
        Translations =
        [
            new(
                "statsmodels.discrete.count_model.ZeroInflatedNegativeBinomialP()",
                "zero-inflated-negative-binomial",
                "fitted by maximum likelihood: a sum, with one dispersion for all"),
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
        new("log-dispersion", "a", InputKind.Real, "…", "the logarithm of the predicted dispersion")
        {
            IsDifferentiable = true,
        },
        new("target", "t", InputKind.Count, "…", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane none = CountCosts.LogOfNone(x[1], x[2]);
        return CountCosts.Inflated(x[0], none, CountCosts.NegativeBinomialCall(x[1], x[2], x[3]), x[3]);
    }
}

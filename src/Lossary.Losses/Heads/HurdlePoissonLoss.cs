using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Whether there is anything at all, and how many if so: a Bernoulli and a Poisson distribution without its 0.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln p                                          where t = 0, with p = σ(z)
/// L = −ln(1 − p) + m − t λ + ln t! + ln(1 − e^(−m))    else, with m = e^λ
/// </code>
/// Reference: J. Mullahy, Specification and Testing of Some Modified Count Data Models, 1986,
/// doi:10.1016/0304-4076(86)90002-3.
/// </remarks>
public readonly struct HurdlePoissonLoss : IFormulaLoss<HurdlePoissonLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "hurdle-poisson",
        Title = "hurdle Poisson likelihood",
        Use = "Counts whose zeros have a cause of their own.",
        Avoid = "Some zeros are counts like others: zero-inflated-poisson lets both give zeros.",
        Reference = "J. Mullahy, Specification and Testing of Some Modified Count Data Models, 1986, "
            + "doi:10.1016/0304-4076(86)90002-3",
        Aliases = ["hurdle"],
        Names = new() { Chinese = "跨栏泊松负对数似然" },
        Translations =
        [
            new(
                "statsmodels.discrete.truncated_model.HurdleCountModel(dist=\"poisson\", zerodist=\"poisson\")",
                "hurdle-poisson",
                "fitted by maximum likelihood: a sum; zeros come of a Poisson distribution of their own"),
        ],
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("zero-logit", "z", InputKind.Real, "…", "the logit of a zero") { IsDifferentiable = true },
        new("log-mean", @"\lambda", InputKind.Real, "…", "the logarithm of the mean of the whole Poisson distribution")
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
        TLane some = TLane.Softplus(x[0]) + CountCosts.PositivePoisson(x[1], x[2]);
        return TLane.WhereLess(0, x[2], some, TLane.Softplus(-x[0]));
    }
}

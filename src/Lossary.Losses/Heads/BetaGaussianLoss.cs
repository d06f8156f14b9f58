using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The Gaussian likelihood weighed by a power of its variance: rows that are hard to predict are still learned.
/// </summary>
/// <remarks>
/// <code>
/// L = w ½ (s + (t − μ)² e^(−s))     with s = ln σ², w = e^(βs) held constant
/// </code>
/// β = 0 is the Gaussian likelihood; with β = 1 the mean has the gradient of half the squared error. The weight has no
/// gradient, and so the gradient is not that of the value. Reference: M. Seitzer et al., On the Pitfalls of
/// Heteroscedastic Uncertainty Estimation with Probabilistic Neural Networks, 2022, arXiv:2203.09168.
/// </remarks>
/// <param name="beta">The power of the variance that weighs; 0 to 1.</param>
public readonly struct BetaGaussianLoss(double beta) : IFormulaLoss<BetaGaussianLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 0.5, Domain.Unit, "the power of the variance that weighs");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "beta-gaussian",
        Title = "β-weighted Gaussian likelihood",
        Use = "A mean and a variance where the Gaussian likelihood explains misfits by noise.",
        Avoid = "Probabilities are judged by likelihood: it trades that for the mean. gaussian is its beta of 0.",
        Reference = "M. Seitzer et al., On the Pitfalls of Heteroscedastic Uncertainty Estimation with "
            + "Probabilistic Neural Networks, 2022, arXiv:2203.09168",
        Aliases = ["beta-nll"],
        Names = new() { Chinese = "β 加权高斯负对数似然" },
        Tasks = LossTask.Probabilistic,
        Parameters = [BetaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("mean", @"\mu", InputKind.Real, "…", "the predicted mean") { IsDifferentiable = true },
        new("log-variance", "s", InputKind.Real, "…", "the logarithm of the predicted variance")
        {
            IsDifferentiable = true,
        },
        new("target", "t", InputKind.Real, "…", "what came"),
    ];

    /// <summary>The power of the variance that weighs.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new() { SecondOrder = SecondOrder.Held };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane residual = x[2] - x[0];
        if (typeof(TLane) == typeof(Symbol))
        {
            return 0.5 * (TLane.Held(TLane.Exp(Beta * x[1])) * (x[1] + (residual * residual * TLane.Exp(-x[1]))));
        }

        // The root of the weight within the square: their factors overflow where the product need not.
        TLane root = TLane.Held(TLane.Exp(0.5 * (Beta * x[1])));
        TLane weighed = root * (residual * TLane.Exp(-0.5 * x[1]));
        return 0.5 * ((root * root * x[1]) + (weighed * weighed));
    }
}

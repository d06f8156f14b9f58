using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The negative log-likelihood of a normal distribution of which only what is above a bound is ever seen.
/// </summary>
/// <remarks>
/// <code>
/// L = s + ½ z² + ½ ln 2π + ln Φ((μ − a) e^(−s))     with z = (t − μ) e^(−s)
/// </code>
/// Reference: J. Tobin, Estimation of Relationships for Limited Dependent Variables, 1958, doi:10.2307/1907382; T.
/// Amemiya, Regression Analysis when the Dependent Variable is Truncated Normal, 1973, doi:10.2307/1914031.
/// </remarks>
public readonly struct TruncatedGaussianLoss : IFormulaLoss<TruncatedGaussianLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "truncated-gaussian",
        Title = "truncated Gaussian likelihood",
        Use = "Targets that were never written down below a bound: positive amounts, expenses of those who claimed.",
        Avoid = "Targets below the bound are known to be there, though not by how much: take tobit.",
        Reference = "J. Tobin, Estimation of Relationships for Limited Dependent Variables, 1958, "
            + "doi:10.2307/1907382; T. Amemiya, Regression Analysis when the Dependent Variable is Truncated Normal, "
            + "1973, doi:10.2307/1914031",
        Aliases = ["truncated-normal"],
        Names = new() { Chinese = "截断高斯负对数似然" },
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("mean", @"\mu", InputKind.Real, "…", "the mean of the whole distribution") { IsDifferentiable = true },
        new("log-scale", "s", InputKind.Real, "…", "the logarithm of its scale") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "…", "what came, above the bound"),
        new("bound", "a", InputKind.Real, "…", "below it nothing is seen") { IsOptional = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane inverse = TLane.Exp(-x[1]);
        TLane z = (x[2] - x[0]) * inverse;
        TLane end = (x[0] - x[3]) * inverse;
        TLane kept = (0.5 * (z * z)) + NormalDistribution.LogCumulative(end);
        if (typeof(TLane) != typeof(Symbol))
        {
            // Far below the bound the squares of both are alike: their difference by its product.
            TLane beyond = (0.5 * ((x[2] - x[3]) * inverse * (z - end))) + NormalDistribution.LogMills(end);
            kept = TLane.WhereLess(end, -NormalDistribution.Far, beyond, kept);
        }

        return x[1] + NamedNumber.HalfLogOf2Pi<TLane>() + kept;
    }
}

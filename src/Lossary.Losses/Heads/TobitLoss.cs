using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The Gaussian likelihood of targets of which some are known only to be at most, or at least, what was written down.
/// </summary>
/// <remarks>
/// <code>
/// L = s + ½ z² + ½ ln 2π     with z = (t − μ) e^(−s)
/// L = −ln Φ(z)               where the truth is t or below
/// L = −ln Φ(−z)              where it is t or above
/// </code>
/// Reference: J. Tobin, Estimation of Relationships for Limited Dependent Variables, 1958, doi:10.2307/1907382.
/// </remarks>
public readonly struct TobitLoss : IFormulaLoss<TobitLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "tobit",
        Title = "Tobit (censored Gaussian) likelihood",
        Use = "Targets cut at a limit of detection, or at a full scale.",
        Avoid =
            "Values beyond the limit are a kind of their own, as customers who never buy: zero-inflated-log-normal.",
        Reference = "J. Tobin, Estimation of Relationships for Limited Dependent Variables, 1958, "
            + "doi:10.2307/1907382",
        Aliases = ["censored-gaussian"],
        Names = new() { Chinese = "Tobit 删失高斯负对数似然" },
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("mean", @"\mu", InputKind.Real, "…", "the predicted mean") { IsDifferentiable = true },
        new("log-scale", "s", InputKind.Real, "…", "the logarithm of the predicted scale") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "…", "what came"),
        new("at-most", "l", InputKind.Flag, "…", "1 where the truth is the target or below") { IsOptional = true },
        new("at-least", "u", InputKind.Flag, "…", "1 where the truth is the target or above") { IsOptional = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane z = (x[2] - x[0]) * TLane.Exp(-x[1]);
        TLane exact = x[1] + (0.5 * (z * z)) + NamedNumber.HalfLogOf2Pi<TLane>();
        TLane sign = TLane.WhereLess(0.5, x[4], -1, 1);
        TLane cut = -NormalDistribution.LogCumulative(sign * z);
        return TLane.WhereLess(0.5, x[3] + x[4], cut, exact);
    }
}

using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The negative log-likelihood of a Cauchy distribution whose location and scale are predicted.</summary>
/// <remarks>
/// <code>
/// L = ln π + s + ln(1 + z²)     with z = (t − μ) e^(−s)
/// </code>
/// Reference: A. L. Cauchy, 1853; S. M. Stigler, Cauchy and the Witch of Agnesi: An Historical Note on the Cauchy
/// Distribution, 1974, doi:10.1093/biomet/61.2.375.
/// </remarks>
public readonly struct CauchyLikelihoodLoss : IFormulaLoss<CauchyLikelihoodLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cauchy-likelihood",
        Title = "Cauchy likelihood",
        Use = "A location and a scale for each row, where gross errors are common.",
        Avoid = "Gross errors are rare: it is not convex and has no mean. student-t learns how heavy the tails are.",
        Reference = "A. L. Cauchy, 1853; S. M. Stigler, Cauchy and the Witch of Agnesi: An Historical Note on the "
            + "Cauchy Distribution, 1974, doi:10.1093/biomet/61.2.375",
        Names = new() { Chinese = "柯西负对数似然" },
        Translations =
        [
            new(
                "darts.utils.likelihood_models.CauchyLikelihood()",
                "cauchy-likelihood",
                "what must be positive passes a softplus there; here its logarithm is predicted"),
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
        TLane size = TLane.Abs(x[2] - x[0]) * TLane.Exp(-x[1]);
        return NamedNumber.Of<TLane>(1.1447298858494002, @"\ln \pi") + x[1] + Stable.Log1POfSquare(size);
    }
}

using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A normal distribution over means and variances: what is not known and what is noise come apart.</summary>
/// <remarks>
/// <code>
/// L = ½ ln(π/ν) − α ln Ω + (α + ½) ln(ν (t − γ)² + Ω) + ln Γ(α) − ln Γ(α + ½) + λ |t − γ| (2ν + α)
/// with Ω = 2β (1 + ν)
/// </code>
/// Reference: A. Amini et al., Deep Evidential Regression, 2020, arXiv:1910.02600.
/// </remarks>
/// <param name="evidence">What evidence for a wrong mean costs; not negative.</param>
public readonly struct EvidentialLoss(double evidence) : IFormulaLoss<EvidentialLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EvidenceCard = new(
        "evidence", @"\lambda", 0.01, Domain.NonNegative, "what evidence for a wrong mean costs");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "evidential",
        Title = "evidential regression",
        Use = "One pass that says how much of the uncertainty is the model's own.",
        Avoid = "The likelihood alone does not fix all four numbers: read the uncertainty as a ranking, not as a "
            + "size.",
        Reference = "A. Amini et al., Deep Evidential Regression, 2020, arXiv:1910.02600",
        Aliases = ["deep-evidential", "nig"],
        Names = new() { Chinese = "证据回归损失" },
        Tasks = LossTask.Probabilistic,
        Parameters = [EvidenceCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("mean", @"\gamma", InputKind.Real, "…", "the predicted mean") { IsDifferentiable = true },
        new("evidence-of-mean", @"\nu", InputKind.Positive, "…", "how many observations the mean is worth")
        {
            IsDifferentiable = true,
        },
        new("shape", @"\alpha", InputKind.Positive, "…", "the shape of the variance; it has a mean above 1")
        {
            IsDifferentiable = true,
        },
        new("scale", @"\beta", InputKind.Positive, "…", "the scale of the variance") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "…", "what came"),
    ];

    /// <summary>What evidence for a wrong mean costs.</summary>
    public Parameter Evidence { get; } = EvidenceCard.Bind(evidence);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane residual = x[4] - x[0];
        TLane omega = 2 * (x[3] * (1 + x[1]));
        TLane part = x[1] * (residual * residual);
        TLane ratio = TLane.Log1P(part / omega);
        if (typeof(TLane) != typeof(Symbol))
        {
            // The quotient may overflow where its logarithm does not.
            ratio = TLane.WhereLess(part, omega, ratio, TLane.Log(omega + part) - TLane.Log(omega));
        }

        TLane evidence = TLane.Abs(residual) * ((2 * x[1]) + x[2]);
        TLane spread = TLane.Log(omega) - TLane.Log(x[1]) + NamedNumber.Of<TLane>(1.1447298858494002, @"\ln \pi");
        TLane normaliser = typeof(TLane) == typeof(Symbol)
            ? TLane.LogGamma(x[2]) - TLane.LogGamma(x[2] + 0.5)
            : -(StableGamma.HalfStepCall(x[2]) + (0.5 * TLane.Log(x[2])));
        return (0.5 * spread) + ((x[2] + 0.5) * ratio) + normaliser + (Evidence * evidence);
    }
}

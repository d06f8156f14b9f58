using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The divergence of a policy from a reference, estimated from the actions that the policy took: never negative.
/// </summary>
/// <remarks>
/// <code>
/// L = eᵈ − d − 1     with d = ℓʳ − ℓ
/// </code>
/// Its expectation is KL(policy ‖ reference) with less variance than −d. Reference: J. Schulman, Approximating KL
/// Divergence, 2020, http://joschu.net/blog/kl-approx.html.
/// </remarks>
public readonly struct PolicyDivergenceLoss : IFormulaLoss<PolicyDivergenceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "kl-k3",
        Title = "sampled divergence (k3)",
        Use = "Holding a policy to its reference by samples.",
        Avoid = "Both distributions are at hand in full: kullback-leibler is exact, without the noise of samples.",
        Reference = "J. Schulman, Approximating KL Divergence, 2020, http://joschu.net/blog/kl-approx.html",
        Aliases = ["k3"],
        Names = new() { Chinese = "KL 散度 k3 估计" },
        Tasks = LossTask.Reinforcement,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-probability", @"\ell", InputKind.Real, "…", "the policy's log-probability of the action taken")
        {
            IsDifferentiable = true,
        },
        new("reference-log-probability", @"\ell^{r}", InputKind.Real, "…", "a reference model's log-probability"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        PolicyInputs.Divergence(x[0], x[1]);
}

using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A classifier of answers by what they gain on the reference: chosen ones above a shift, rejected ones below.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln σ(a − δ) − ln σ(δ − b)     with a = β (ℓc − ℓc⁰), b = β (ℓr − ℓr⁰)
/// </code>
/// The log-probabilities are summed over an answer's tokens, ℓ of the policy and ℓ⁰ of the reference model. δ is a
/// constant: the mean of a and b over batches so far. Reference: S. Jung et al., Binary Classifier Optimization for
/// Large Language Model Alignment, 2024, arXiv:2404.04656.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
public readonly struct BinaryClassifierPreferenceLoss(double beta)
    : IFormulaLoss<BinaryClassifierPreferenceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "bco-pair",
        Title = "binary classifier optimisation (BCO)",
        Use = "Aligning with answers judged good or bad.",
        Avoid = "Pairs are at hand and clean: dpo uses what the two have in common.",
        Reference = "S. Jung et al., Binary Classifier Optimization for Large Language Model Alignment, 2024, "
            + "arXiv:2404.04656",
        Aliases = ["bco"],
        Names = new() { Chinese = "二元分类器优化损失" },
        Translations =
        [
            new(
                "trl.DPOConfig(loss_type=\"bco_pair\", beta=0.1)",
                "bco-pair:beta={beta}",
                "its shift is a running mean over batches"),
        ],
        Tasks = LossTask.Preference,
        Parameters = [PreferenceInputs.Beta],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        .. PreferenceInputs.Pairs,
        new("shift", @"\delta", InputKind.Real, "…", "the running mean of both gains") { IsOptional = true },
    ];

    /// <summary>How strongly the policy is held to the reference.</summary>
    public Parameter Beta { get; } = PreferenceInputs.Beta.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane chosen = Beta * (x[0] - x[2]);
        TLane rejected = Beta * (x[1] - x[3]);
        return -TLane.LogSigmoid(chosen - x[4]) - TLane.LogSigmoid(x[4] - rejected);
    }
}

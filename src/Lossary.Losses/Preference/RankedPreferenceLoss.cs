using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A policy is to order several answers to a prompt as people did: DPO for more than two.</summary>
/// <remarks>
/// <code>
/// L = −Σᵢ ln (e^(rᵢ) / Σⱼ≥ᵢ e^(rⱼ))     with r = β (ℓ − ℓ⁰), best answer first
/// </code>
/// Reference: R. Rafailov et al., Direct Preference Optimization: Your Language Model is Secretly a Reward Model, 2023,
/// arXiv:2305.18290; R. L. Plackett, The Analysis of Permutations, 1975, doi:10.2307/2346567.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
public readonly struct RankedPreferenceLoss(double beta) : IGraphLoss<RankedPreferenceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "listwise-dpo",
        Title = "listwise DPO (Plackett-Luce)",
        Use = "Aligning with ordered lists of answers.",
        Avoid = "Pairs of answers only: dpo is the same at less cost.",
        Reference = "R. Rafailov et al., Direct Preference Optimization: Your Language Model is Secretly a Reward "
            + "Model, 2023, arXiv:2305.18290; R. L. Plackett, The Analysis of Permutations, 1975, doi:10.2307/2346567",
        Latex = @"-\sum_i \ln \frac{e^{r_i}}{\sum_{j \ge i} e^{r_j}}, \quad r = \beta (\ell - \ell^{0})",
        Aliases = ["plackett-luce-dpo"],
        Names = new() { Chinese = "列表式 DPO 损失" },
        Tasks = LossTask.Preference,
        Parameters = [PreferenceInputs.Beta],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("policy", @"\ell", InputKind.Real, "n, k", "the policy's log-probabilities, best answer first")
        {
            IsDifferentiable = true,
        },
        new("reference", @"\ell^{0}", InputKind.Real, "n, k", "the reference's") { IsOptional = true },
    ];

    /// <summary>How strongly the policy is held to the reference.</summary>
    public Parameter Beta { get; } = PreferenceInputs.Beta.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> policy = inputs["policy"];
        Tensor<T> gains = inputs.Find("reference") is { } reference ? tape.Subtract(policy, reference) : policy;
        Tensor<T> rewards = tape.Scale(gains, Beta.Value);
        int k = policy.Shape[1];
        Tensor<T> sum = tape.Negate(tape.Sum(rewards, [-1]));
        for (int i = 0; i < k; i++)
        {
            sum = tape.Add(sum, tape.LogSumExp(tape.Slice(rewards, 1, i, k - i), [-1]));
        }

        return new(sum);
    }
}

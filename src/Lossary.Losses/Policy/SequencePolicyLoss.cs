using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// PPO whose ratio is that of whole answers, by the length's root: one clip for all tokens of an answer.
/// </summary>
/// <remarks>
/// <code>
/// L = −min(s A, clamp(s, 1 − ε, 1 + ε) A)     with s = exp(mean over tokens of ℓ − ℓ₀)
/// </code>
/// Reference: C. Zheng et al., Group Sequence Policy Optimization, 2025, arXiv:2507.18071.
/// </remarks>
/// <param name="epsilon">How far the ratio may move in one update; between 0 and 1.</param>
public readonly struct SequencePolicyLoss(double epsilon) : IGraphLoss<SequencePolicyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\varepsilon", 0.0004, new Domain(0, 1, false, false), "how far the ratio may move in one update");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "gspo",
        Title = "group sequence policy optimisation (GSPO)",
        Use = "Reinforcement learning of language models with mixtures of experts, where token ratios are noise.",
        Avoid = "Rewards differ within an answer: one ratio for all its tokens blurs them. grpo weighs each token.",
        Reference = "C. Zheng et al., Group Sequence Policy Optimization, 2025, arXiv:2507.18071",
        Latex = @"-\min(s A, \operatorname{clamp}(s, 1 - \varepsilon, 1 + \varepsilon) A), \quad s = \exp "
            + @"\frac{1}{\lvert y \rvert} \sum_t (\ell_t - \ell_{0,t})",
        Names = new() { Chinese = "GSPO 损失" },
        Translations =
        [
            new("trl.GRPOConfig(importance_sampling_level=\"sequence\", epsilon=0.2)", "gspo:epsilon={epsilon}"),
        ],
        Tasks = LossTask.Reinforcement | LossTask.Preference,
        Parameters = [EpsilonCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PolicyInputs.Answers;

    /// <summary>How far the ratio may move in one update.</summary>
    public Parameter Epsilon { get; } = EpsilonCard.Bind(epsilon);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> difference = tape.Subtract(inputs["log-probability"], inputs["old-log-probability"]);
        Tensor<T> shares = PolicyInputs.Shares(tape, inputs.Whole(tape, "length"), inputs.Extent("t"));
        Tensor<T> means = tape.Sum(tape.Multiply(difference, shares), [-1]);
        Tensor<T> zeros = tape.Rent(means.Shape);
        zeros.Values.Clear();
        return new(tape.Formula(new ProximalPolicyLoss(Epsilon.Value), means, zeros, inputs["advantage"]));
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A policy moves by the geometric mean of its tokens' ratios, each clipped: single tokens far off hardly count.
/// </summary>
/// <remarks>
/// <code>
/// L = −A exp(mean over tokens of dₜ),  d = ℓ − ℓ₀, kept below ε where A &gt; 0, above −ε where A &lt; 0
/// </code>
/// Beyond the clip a token has no gradient. The authors have ε = 0.4, in logarithms. Reference: Y. Zhao et al.,
/// Geometric-Mean Policy Optimization, 2025, arXiv:2507.20673.
/// </remarks>
/// <param name="epsilon">How far the logarithm of a token's ratio may move; positive.</param>
public readonly struct GeometricMeanPolicyLoss(double epsilon) : IGraphLoss<GeometricMeanPolicyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\epsilon", 0.4, Domain.Positive, "how far the logarithm of a token's ratio may move");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "gmpo",
        Title = "geometric-mean policy optimisation (GMPO)",
        Use = "Reinforcement of language models whose token ratios have outliers.",
        Avoid = "Answers are short: ppo-clip or grpo is the same.",
        Reference = "Y. Zhao et al., Geometric-Mean Policy Optimization, 2025, arXiv:2507.20673",
        Latex = @"-A \exp \frac{1}{|y|} \sum_t \operatorname{clip}(\ell_t - \ell_{0,t})",
        Names = new() { Chinese = "GMPO 损失" },
        Tasks = LossTask.Reinforcement | LossTask.Preference,
        Parameters = [EpsilonCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PolicyInputs.Answers;

    /// <summary>How far the logarithm of a token's ratio may move.</summary>
    public Parameter Epsilon { get; } = EpsilonCard.Bind(epsilon);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> difference = tape.Subtract(inputs["log-probability"], inputs["old-log-probability"]);
        Tensor<T> advantages = tape.Reshape(inputs["advantage"], new Shape(difference.Shape[0], 1));
        Tensor<T> clipped = tape.Formula(
            new Clipped(Epsilon), difference, tape.BroadcastTo(advantages, difference.Shape));
        Tensor<T> shares = PolicyInputs.Shares(tape, inputs.Whole(tape, "length"), inputs.Extent("t"));
        Tensor<T> ratios = tape.Exp(tape.Sum(tape.Multiply(clipped, shares), [-1]));
        return new(tape.Negate(tape.Multiply(ratios, inputs["advantage"])));
    }

    /// <summary>min(d, ε) where A is positive, max(d, −ε) where it is negative.</summary>
    private readonly struct Clipped(Parameter epsilon) : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            TLane.WhereLess(x[1], 0, TLane.AtLeast(x[0], -(TLane)epsilon), TLane.AtMost(x[0], epsilon));
    }
}

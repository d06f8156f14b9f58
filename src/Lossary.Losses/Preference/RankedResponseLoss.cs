using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Of several answers, better ones are to be likelier than worse ones, and the best one is learned.</summary>
/// <remarks>
/// <code>
/// L = Σ over rᵢ &lt; rⱼ of max(0, ℓᵢ − ℓⱼ) − λ ℓ_best
/// </code>
/// Log-probabilities are means over an answer's tokens. Of answers with equal rewards none is preferred; of equal bests
/// the first is learned. Reference: Z. Yuan et al., RRHF: Rank Responses to Align Language Models with Human Feedback
/// without Tears, 2023, arXiv:2304.05302.
/// </remarks>
/// <param name="likelihood">What learning the best answer counts; not negative.</param>
public readonly struct RankedResponseLoss(double likelihood) : IGraphLoss<RankedResponseLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LikelihoodCard = new(
        "likelihood", @"\lambda", 1, Domain.NonNegative, "what learning the best answer counts");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "rrhf",
        Title = "rank responses to human feedback (RRHF)",
        Use = "Aligning a language model with several scored answers to each question, without a reference.",
        Avoid = "Answers are many and nearly as good: their order is noise. Take dpo with clear pairs.",
        Reference = "Z. Yuan et al., RRHF: Rank Responses to Align Language Models with Human Feedback without Tears, "
            + "2023, arXiv:2304.05302",
        Latex = @"\sum_{r_i < r_j} \max(0, \ell_i - \ell_j) - \lambda \ell_{\mathrm{best}}",
        Names = new() { Chinese = "RRHF 损失" },
        Tasks = LossTask.Preference,
        Parameters = [LikelihoodCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new(
            "log-probability", @"\ell", InputKind.Real, "n, k",
            "the policy's mean log-probability of each answer's tokens")
        {
            IsDifferentiable = true,
        },
        new("reward", "r", InputKind.Real, "n, k", "how good each answer is"),
    ];

    /// <summary>What learning the best answer counts.</summary>
    public Parameter Likelihood { get; } = LikelihoodCard.Bind(likelihood);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> logs = inputs["log-probability"], rewards = inputs["reward"];
        int n = logs.Shape[0], k = logs.Shape[1];
        Tensor<T> isWorse = tape.Rent(new Shape(n, k, k)), isBest = tape.Rent(logs.Shape);
        isBest.Values.Clear();
        for (int row = 0; row < n; row++)
        {
            ReadOnlySpan<T> own = rewards.Values.Slice(row * k, k);
            int best = 0;
            for (int i = 0; i < k; i++)
            {
                best = own[i] > own[best] ? i : best;
                for (int j = 0; j < k; j++)
                {
                    isWorse.Values[(((row * k) + i) * k) + j] = own[i] < own[j] ? T.One : T.Zero;
                }
            }

            isBest.Values[(row * k) + best] = T.One;
        }

        Tensor<T> gaps = tape.Subtract(tape.Reshape(logs, new Shape(n, k, 1)), tape.Reshape(logs, new Shape(n, 1, k)));
        Tensor<T> order = tape.Sum(tape.Multiply(tape.Relu(gaps), isWorse), [1, 2]);
        return new(tape.Subtract(order, tape.Scale(tape.Pick(logs, isBest), Likelihood.Value)));
    }
}

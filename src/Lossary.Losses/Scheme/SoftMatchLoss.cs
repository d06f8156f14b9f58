using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// FixMatch in which an answer counts the less, the further it is from being as sure as answers usually are.
/// </summary>
/// <remarks>
/// <code>
/// L = e^(−s² min(0, max p̂ − μ)² / (2 σ²)) CE(z, argmax p̂)
/// </code>
/// Nothing is thrown away, and little trusted that is not sure. μ and σ² are the caller's: the running mean and
/// variance of max p̂ over batches. The weight has no gradient. Reference: H. Chen et al., SoftMatch: Addressing the
/// Quantity-Quality Trade-off in Semi-supervised Learning, 2023, arXiv:2301.10921.
/// </remarks>
/// <param name="sigmas">How many times narrower than the usual spread the bell is; positive.</param>
public readonly struct SoftMatchLoss(double sigmas) : IGraphLoss<SoftMatchLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SigmasCard = new(
        "sigmas", "s", 2, Domain.Positive, "how many times narrower than the usual spread the bell is");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "softmatch",
        Title = "SoftMatch",
        Use = "Few labels, many images: unsure answers count a little instead of not at all.",
        Avoid = "Answers are sure and wrong: no weight by sureness helps against that.",
        Reference = "H. Chen et al., SoftMatch: Addressing the Quantity-Quality Trade-off in Semi-supervised Learning, "
            + "2023, arXiv:2301.10921",
        Latex =
            @"e^{-s^2 \min(0, \max_k \hat p_k - \mu)^2 / 2 \sigma^2} \cdot \operatorname{CE}(z, \arg\max_k \hat p_k)",
        Names = new() { Chinese = "SoftMatch半监督损失" },
        Tasks = LossTask.None,
        Parameters = [SigmasCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        .. MatchInputs.Answers,
        new("mean", @"\mu", InputKind.Probability, "1", "how sure answers usually are"),
        new("variance", @"\sigma^2", InputKind.Positive, "1", "the variance of that"),
    ];

    /// <summary>How many times narrower than the usual spread the bell is.</summary>
    public Parameter Sigmas { get; } = SigmasCard.Bind(sigmas);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> weak = tape.LogSoftmax(inputs["weak"]), weights = tape.Rent(new Shape(weak.Shape[0]));
        double mean = double.CreateTruncating(inputs["mean"].Scalar);
        double variance = double.CreateTruncating(inputs["variance"].Scalar), width = Sigmas.Value * Sigmas.Value;
        for (int i = 0; i < weights.Shape.Length; i++)
        {
            double largest = double.CreateTruncating(Confidence.Largest(weak, i));
            double below = Math.Min(0, Math.Exp(largest) - mean);
            weights.Values[i] = T.CreateTruncating(Math.Exp(-width * below * below / (2 * variance)));
        }

        return new(tape.Multiply(weights, Confidence.CrossEntropy(tape, weak, tape.LogSoftmax(inputs["strong"]))));
    }
}

using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A number predicted as shares of points: the cross-entropy against the target split between its two neighbours.
/// </summary>
/// <remarks>
/// <code>
/// L = −Σₖ mₖ ln softmax(z)ₖ     with m the shares of the two points around t, by its distance from them
/// </code>
/// Reference: J. Farebrother et al., Stop Regressing: Training Value Functions via Classification for Scalable Deep RL,
/// 2024, arXiv:2403.03950.
/// </remarks>
/// <param name="low">The first point; any number.</param>
/// <param name="high">The last point; above low.</param>
public readonly struct TwoHotLoss(double low, double high) : IGraphLoss<TwoHotLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LowCard = new("low", "v_-", -10, Domain.Real, "the first point");

    private static readonly ParameterCard HighCard = new("high", "v_+", 10, Domain.Real, "the last point");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "two-hot",
        Title = "two-hot bins",
        Use = "Regression by a classifier, without a width to choose.",
        Avoid = "Targets are noisy: neighbouring bins learn nothing from each other. hl-gauss smooths them.",
        Reference = "J. Farebrother et al., Stop Regressing: Training Value Functions via Classification for "
            + "Scalable Deep RL, 2024, arXiv:2403.03950",
        Latex = @"-\sum_k m_k \ln \operatorname{softmax}(z)_k",
        Names = new() { Chinese = "双热编码损失" },
        Tasks = LossTask.Probabilistic,
        Parameters = [LowCard, HighCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, k", "logits of evenly spaced points") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "n", "what came"),
    ];

    /// <summary>The first point.</summary>
    public Parameter Low { get; } = LowCard.Bind(low);

    /// <summary>The last point.</summary>
    public Parameter High { get; } = HighCard.Bind(high);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> logits = inputs["logits"];
        Tensor<T> shares = tape.Rent(logits.Shape);
        Split(inputs["target"].Values, shares.Values, logits.Shape[1]);
        return new(tape.Negate(tape.Sum(tape.Multiply(shares, tape.LogSoftmax(logits)), [-1])));
    }

    private void Split<T>(ReadOnlySpan<T> targets, Span<T> shares, int points)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        shares.Clear();
        double low = Low.Value, step = points > 1 ? (High.Value - low) / (points - 1) : 1;
        for (int row = 0; row < targets.Length; row++)
        {
            double place = Math.Clamp((double.CreateTruncating(targets[row]) - low) / step, 0, points - 1);
            int below = (int)place;
            T rest = T.CreateTruncating(place - below);
            shares[(row * points) + below] += T.One - rest;
            shares[(row * points) + Math.Min(below + 1, points - 1)] += rest;
        }
    }
}

using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A distribution over fixed returns is to be the one that follows, moved by the reward and put back on the fixed
/// returns.
/// </summary>
/// <remarks>
/// <code>
/// L = −Σₖ mₖ ln softmax(z)ₖ     with m the shares p′ at r + γ (1 − d) atomⱼ, split between neighbours
/// </code>
/// Reference: M. G. Bellemare, W. Dabney, R. Munos, A Distributional Perspective on Reinforcement Learning, 2017,
/// arXiv:1707.06887.
/// </remarks>
/// <param name="discount">What a reward one step later is worth; 0 to 1.</param>
/// <param name="low">The lowest return; any number.</param>
/// <param name="high">The highest return; above low.</param>
public readonly struct CategoricalValueLoss(double discount, double low, double high)
    : IGraphLoss<CategoricalValueLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LowCard = new("low", "v_-", -10, Domain.Real, "the lowest return");

    private static readonly ParameterCard HighCard = new("high", "v_+", 10, Domain.Real, "the highest return");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "categorical-value",
        Title = "categorical value distribution (C51)",
        Use = "Learning the distribution of returns within known bounds.",
        Avoid = "Bounds of the returns are not known: what lies beyond is lost at the ends. quantile-value needs none.",
        Reference = "M. G. Bellemare, W. Dabney, R. Munos, A Distributional Perspective on Reinforcement Learning, "
            + "2017, arXiv:1707.06887",
        Latex = @"-\sum_k m_k \ln \operatorname{softmax}(z)_k",
        Aliases = ["c51"],
        Names = new() { Chinese = "分类价值分布损失（C51）" },
        Tasks = LossTask.Reinforcement,
        Parameters = [PolicyInputs.Discount, LowCard, HighCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, k", "logits of the returns, evenly from low to high")
        {
            IsDifferentiable = true,
        },
        new("next-shares", "p'", InputKind.Shares, "n, k", "shares predicted for the next state, constants"),
        new("reward", "r", InputKind.Real, "n", "the reward that came"),
        new("done", "d", InputKind.Flag, "n", "1 where the episode ended") { IsOptional = true },
    ];

    /// <summary>What a reward one step later is worth.</summary>
    public Parameter Discount { get; } = PolicyInputs.Discount.Bind(discount);

    /// <summary>The lowest return.</summary>
    public Parameter Low { get; } = LowCard.Bind(low);

    /// <summary>The highest return.</summary>
    public Parameter High { get; } = HighCard.Bind(high);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> logits = inputs["logits"];
        Tensor<T> shares = tape.Rent(logits.Shape);
        Project(inputs, shares.Values, logits.Shape[1]);
        return new(tape.Negate(tape.Sum(tape.Multiply(shares, tape.LogSoftmax(logits)), [-1])));
    }

    private void Project<T>(LossInputs<T> inputs, Span<T> shares, int atoms)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double low = Low.Value, step = atoms > 1 ? (High.Value - low) / (atoms - 1) : 1;
        ReadOnlySpan<T> next = inputs["next-shares"].Values, rewards = inputs["reward"].Values;
        ReadOnlySpan<T> done = inputs.Find("done") is { } given ? given.Values : default;
        shares.Clear();
        for (int i = 0; i < next.Length; i++)
        {
            int row = i / atoms;
            double worth = done.IsEmpty || done[row] == T.Zero ? Discount.Value : 0;
            double moved = double.CreateTruncating(rewards[row]) + (worth * (low + (i % atoms * step)));
            double place = Math.Clamp((moved - low) / step, 0, atoms - 1);
            int below = (int)place;
            T rest = T.CreateTruncating(place - below);
            shares[(row * atoms) + below] += next[i] * (T.One - rest);
            shares[(row * atoms) + Math.Min(below + 1, atoms - 1)] += next[i] * rest;
        }
    }
}

using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Clicks teach a ranking although those on top are seen more: each click counts by how seldom its place is looked at.
/// </summary>
/// <remarks>
/// <code>
/// L = −Σ over clicks of (1/vᵢ) ln softmax(s)ᵢ     for each query
/// </code>
/// v is the probability that an item's place was looked at; it is not let below the least. A list of one item, or
/// without a click, weighs nothing. Reference: T. Joachims, A. Swaminathan, T. Schnabel, Unbiased Learning-to-Rank with
/// Biased Feedback, 2017, arXiv:1608.04468.
/// </remarks>
/// <param name="least">The least probability that is divided by; above 0, to 1.</param>
public readonly struct UnbiasedSoftmaxLoss(double least) : IGraphLoss<UnbiasedSoftmaxLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LeastCard = new(
        "least", "g", 0.01, new Domain(0, 1, false, true), "the least probability that is divided by");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "unbiased-softmax",
        Title = "unbiased softmax",
        Use = "Ranking learned from clicks on results that another ranking showed.",
        Avoid = "Judgements of relevance are at hand: take ranking-softmax.",
        Reference = "T. Joachims, A. Swaminathan, T. Schnabel, Unbiased Learning-to-Rank with Biased Feedback, 2017, "
            + "arXiv:1608.04468",
        Latex = @"-\sum_{y_i = 1} \tfrac{1}{v_i} \ln \mathrm{softmax}(s)_i",
        Aliases = ["ips-softmax"],
        Names = new() { Chinese = "无偏 softmax 损失" },
        Tasks = LossTask.Ranking,
        Parameters = [LeastCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("score", "s", InputKind.Real, "n", "the predicted score of each item") { IsDifferentiable = true },
        new("click", "y", InputKind.Flag, "n", "1 where the item was clicked"),
        new("view", "v", InputKind.Probability, "n", "how likely the item's place was looked at"),
        new("query", "q", InputKind.GroupNumber, "n", "the query that each item belongs to; all to one if left out")
        {
            IsOptional = true,
        },
    ];

    /// <summary>The least probability that is divided by.</summary>
    public Parameter Least { get; } = LeastCard.Bind(least);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = int.MaxValue,
        IsCoupled = true,
    };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> scores = inputs["score"];
        int[] starts = GroupRuns.Of(tape, inputs, "query", scores.Shape.Length);
        SoftmaxFormula<ClickByView> formula = new(new ClickByView(Least.Value));
        return GroupOperation.Compute(tape, formula, starts, scores, inputs["click"], inputs["view"]);
    }

    /// <summary>y / v; v is the third column.</summary>
    private readonly struct ClickByView(double least) : IShareOfList
    {
        private const int View = 2;

        public bool Write(GroupRows rows, Span<double> shares)
        {
            ReadOnlySpan<double> clicks = rows[RankingInputs.Relevances], views = rows[View];
            for (int i = 0; i < shares.Length; i++)
            {
                shares[i] = clicks[i] / Math.Max(least, views[i]);
            }

            return true;
        }
    }
}

using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Neighbours in orders drawn at random around the scores are compared, those on top most.</summary>
/// <remarks>
/// <code>
/// order by sᵢ + ln(uᵢ / (1 − uᵢ)), for each column of noise
/// L = mean over columns of Σ over neighbours at places p, p + 1 of d^p |yᵢ − yⱼ| ln(1 + e^(−(s_better − s_worse)))
/// for each query
/// </code>
/// The orders are constants of the gradient. Ten columns of noise, drawn anew for each step, are usual. A list of one
/// item, or without a relevant one, weighs nothing. n log n in time for each column. Reference: A. Gulin, I. Kuralenok,
/// D. Pavlov, Winning the Transfer Learning Track of Yahoo!'s Learning to Rank Challenge with YetiRank, JMLR Workshop
/// and Conference Proceedings 14, 2011, 63–76.
/// </remarks>
/// <param name="decay">How much less the next place counts; above 0, to 1.</param>
public readonly struct YetiRankLoss(double decay) : IGraphLoss<YetiRankLoss>, IDocumentedLoss
{
    private static readonly ParameterCard DecayCard = new(
        "decay", "d", 0.85, new Domain(0, 1, false, true), "how much less the next place counts");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "yeti-rank",
        Title = "YetiRank",
        Use = "Ranking with graded relevance, by boosting or networks, where noise is to smooth the metric.",
        Avoid = "Training must not depend on draws: take lambdarank.",
        Reference = "A. Gulin, I. Kuralenok, D. Pavlov, Winning the Transfer Learning Track of Yahoo!'s Learning to "
            + "Rank Challenge with YetiRank, JMLR Workshop and Conference Proceedings 14, 2011, 63–76",
        Latex = @"\mathbb{E}_u \sum_p d^p |y_{(p)} - y_{(p + 1)}| \ln \left(1 + e^{-(s_+ - s_-)}\right)",
        Aliases = ["yetirank"],
        Names = new() { Chinese = "YetiRank 损失" },
        Tasks = LossTask.Ranking,
        Parameters = [DecayCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("score", "s", InputKind.Real, "n", "the predicted score of each item") { IsDifferentiable = true },
        new("relevance", "y", InputKind.NonNegative, "n", "how relevant each item is; 0 is not at all"),
        new(
            "noise", "u", InputKind.Probability, "n, m",
            "uniform noise, a column for each order, drawn anew for each step"),
        new("query", "q", InputKind.GroupNumber, "n", "the query that each item belongs to; all to one if left out")
        {
            IsOptional = true,
        },
    ];

    /// <summary>How much less the next place counts.</summary>
    public Parameter Decay { get; } = DecayCard.Bind(decay);

    /// <inheritdoc/>
    public LossTraits Traits => new() { SecondOrder = SecondOrder.Held, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> scores = inputs["score"];
        Neighbours formula = new(Decay.Value);
        return RankingInputs.MeanOverDraws(tape, inputs, (starts, column) =>
        {
            Tensor<T> noise = tape.Reshape(tape.Slice(inputs["noise"], 1, column, 1), scores.Shape);
            return GroupOperation.Compute(tape, formula, starts, scores, inputs["relevance"], noise);
        });
    }

    /// <summary>One list in one order.</summary>
    private readonly struct Neighbours(double decay) : IGroupFormula
    {
        private const int Noise = 2;

        public double Value(GroupRows rows, Span<double> gradient, out double weight)
        {
            weight = RankingInputs.SaysSomething(rows) ? 1 : 0;
            ReadOnlySpan<double> scores = rows[RankingInputs.Scores], relevances = rows[RankingInputs.Relevances];
            ReadOnlySpan<int> order = Order(rows);
            double share = 1, value = 0;
            for (int place = 0; place + 1 < order.Length && weight > 0; place++, share *= decay)
            {
                int better = order[place], worse = order[place + 1];
                (better, worse) = relevances[better] < relevances[worse] ? (worse, better) : (better, worse);
                double counts = share * (relevances[better] - relevances[worse]), gap = scores[better] - scores[worse];
                double pull = counts * RealFunctions.Sigmoid(-gap);
                value += counts * RealFunctions.Softplus(-gap);
                gradient[better] -= pull;
                gradient[worse] += pull;
            }

            return value;
        }

        public Tensor<T> Compose<T>(GroupTensors<T> group) where T : unmanaged, IFloatingPointIeee754<T>
        {
            int count = group.Count;
            ReadOnlySpan<double> relevances = group.Rows[RankingInputs.Relevances];
            ReadOnlySpan<int> order = Order(group.Rows);
            double[] shares = new double[count * count];
            double share = 1;
            for (int place = 0; place + 1 < count; place++, share *= decay)
            {
                int one = order[place], other = order[place + 1];
                (int better, int worse) = relevances[one] < relevances[other] ? (other, one) : (one, other);
                shares[(better * count) + worse] = share * (relevances[better] - relevances[worse]);
            }

            return group.LogisticPairs(shares, 1);
        }

        private static ReadOnlySpan<int> Order(GroupRows rows)
        {
            Span<double> keys = rows.Free(0);
            for (int i = 0; i < keys.Length; i++)
            {
                double u = Math.Clamp(rows[Noise][i], 1e-12, 1 - 1e-12);
                keys[i] = rows[RankingInputs.Scores][i] + Math.Log(u / (1 - u));
            }

            return rows.Descending(keys, 0);
        }
    }
}

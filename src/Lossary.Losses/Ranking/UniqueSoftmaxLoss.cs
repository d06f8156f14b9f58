using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Each relevant item is to stand before the less relevant ones; items as relevant do not compete.</summary>
/// <remarks>
/// <code>
/// L = Σᵢ (2^yᵢ − 1) (ln(e^sᵢ + Σ over yⱼ &lt; yᵢ of e^sⱼ) − sᵢ)     for each query
/// </code>
/// A list of one item, or without a relevant one, weighs nothing. Quadratic in time in a query's items, linear in
/// memory. Reference: X. Zhu, D. Klabjan, Listwise Learning to Rank by Exploring Unique Ratings, 2020,
/// arXiv:2001.01828.
/// </remarks>
public readonly struct UniqueSoftmaxLoss : IGraphLoss<UniqueSoftmaxLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "unique-softmax",
        Title = "unique softmax",
        Use = "Ranking with graded relevance, where the best items count most.",
        Avoid = "Relevance is 0 or 1 with one item of 1: ranking-softmax is the same and faster.",
        Reference = "X. Zhu, D. Klabjan, Listwise Learning to Rank by Exploring Unique Ratings, 2020, arXiv:2001.01828",
        Latex = @"\sum_i (2^{y_i} - 1) \ln \frac{e^{s_i} + \sum_{y_j < y_i} e^{s_j}}{e^{s_i}}",
        Names = new() { Chinese = "唯一 softmax 损失" },
        Tasks = LossTask.Ranking,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RankingInputs.Cards;

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = int.MaxValue,
        IsCoupled = true,
    };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RankingInputs.Terms(tape, inputs, default(Formula));

    /// <summary>One list.</summary>
    private readonly struct Formula : IGroupFormula
    {
        public double Value(GroupRows rows, Span<double> gradient, out double weight)
        {
            weight = RankingInputs.SaysSomething(rows) ? 1 : 0;
            ReadOnlySpan<double> scores = rows[RankingInputs.Scores], relevances = rows[RankingInputs.Relevances];
            Span<double> rivals = rows.Free(0);
            double value = 0;
            for (int i = 0; i < scores.Length && weight > 0; i++)
            {
                for (int j = 0; j < scores.Length; j++)
                {
                    rivals[j] = j == i || relevances[j] < relevances[i] ? scores[j] : double.NegativeInfinity;
                }

                double gain = Gains.Of(relevances[i]), all = Sums.LogSumExp(rivals);
                value += gain * (all - scores[i]);
                for (int j = 0; j < scores.Length; j++)
                {
                    gradient[j] += gain * (RealFunctions.Exp(rivals[j] - all) - (j == i ? 1 : 0));
                }
            }

            return value;
        }

        public Tensor<T> Compose<T>(GroupTensors<T> group) where T : unmanaged, IFloatingPointIeee754<T>
        {
            int count = group.Count;
            ReadOnlySpan<double> relevances = group.Rows[RankingInputs.Relevances];
            Span<double> gains = group.Rows.Free(0);
            double[] rivals = new double[count * count];
            for (int i = 0; i < count; i++)
            {
                gains[i] = Gains.Of(relevances[i]);
                for (int j = 0; j < count; j++)
                {
                    bool competes = j == i || relevances[j] < relevances[i];
                    rivals[(i * count) + j] = competes ? 0 : GroupTensors<T>.Nothing;
                }
            }

            Tensor<T> all = group.LogSums(new Shape(count, count), rivals);
            return group.Dot(gains, group.Tape.Subtract(all, group.First));
        }
    }
}

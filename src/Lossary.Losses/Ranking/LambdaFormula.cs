using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// RankNet's pairs, each weighed by what exchanging the two would change of NDCG; the weights are held constant.
/// </summary>
internal readonly struct LambdaFormula : IGroupFormula
{
    /// <summary>How steep the logistic curve is.</summary>
    public double Sigma { get; init; }

    /// <summary>What |ΔG| |1/Dᵢ − 1/Dⱼ| counts: LambdaRank.</summary>
    public double Exchange { get; init; }

    /// <summary>What |ΔG| (1/D of the distance − 1/D of the next) counts: NDCG-Loss2.</summary>
    public double Distance { get; init; }

    /// <summary>What the better item's own gain over its discount counts: NDCG-Loss1.</summary>
    public double Alone { get; init; }

    /// <summary>Pairs of which neither stands among so many first places do not count; 0 for all pairs.</summary>
    public int Top { get; init; }

    /// <summary>
    /// LightGBM's norm: weights over 0.01 + |sᵢ − sⱼ|, and the list's gradient scaled by its logarithm.
    /// </summary>
    public bool Normalises { get; init; }

    /// <summary>What the logarithm is divided by: ln 2 for one to the base 2.</summary>
    public double Base { get; init; }

    /// <inheritdoc/>
    public double Value(GroupRows rows, Span<double> gradient, out double weight)
    {
        double ideal = Gains.Ideal(rows);
        weight = ideal > 0 && rows.Count > 1 ? 1 : 0;
        if (weight == 0)
        {
            return 0;
        }

        ReadOnlySpan<double> scores = rows[RankingInputs.Scores], relevances = rows[RankingInputs.Relevances];
        ReadOnlySpan<int> order = rows.Descending(scores, 0);
        ReadOnlySpan<int> places = rows.Places(order, 1);
        bool dividesByGap = Normalises && scores[order[0]] != scores[order[^1]];
        double sum = 0, pulls = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            for (int j = 0; j < scores.Length; j++)
            {
                if (!Counts(relevances, places, i, j))
                {
                    continue;
                }

                double difference = scores[i] - scores[j];
                double share = WeightOf(relevances[i], relevances[j], places[i], places[j]) / (ideal * Base);
                share = dividesByGap ? share / (0.01 + Math.Abs(difference)) : share;
                double pull = share * Sigma * RealFunctions.Sigmoid(-Sigma * difference);
                sum += share * RealFunctions.Softplus(-Sigma * difference);
                gradient[i] -= pull;
                gradient[j] += pull;
                pulls += 2 * pull;
            }
        }

        double factor = FactorOf(pulls);
        foreach (ref double slope in gradient)
        {
            slope *= factor;
        }

        return sum * factor;
    }

    /// <inheritdoc/>
    public Tensor<T> Compose<T>(GroupTensors<T> group) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = group.Count;
        ReadOnlySpan<double> scores = group.Rows[RankingInputs.Scores];
        ReadOnlySpan<double> relevances = group.Rows[RankingInputs.Relevances];
        ReadOnlySpan<int> order = group.Rows.Descending(scores, 0);
        ReadOnlySpan<int> places = group.Rows.Places(order, 1);
        bool dividesByGap = Normalises && scores[order[0]] != scores[order[^1]];
        double whole = Gains.Ideal(group.Rows) * Base, pulls = 0;
        double[] shares = new double[count * count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                if (Counts(relevances, places, i, j))
                {
                    double difference = scores[i] - scores[j];
                    double share = WeightOf(relevances[i], relevances[j], places[i], places[j]) / whole;
                    share = dividesByGap ? share / (0.01 + Math.Abs(difference)) : share;
                    shares[(i * count) + j] = share;
                    pulls += 2 * share * Sigma * RealFunctions.Sigmoid(-Sigma * difference);
                }
            }
        }

        return group.Tape.Scale(group.LogisticPairs(shares, Sigma), FactorOf(pulls));
    }

    private double FactorOf(double pulls) =>
        Normalises && pulls > 0 ? RealFunctions.Log1P(pulls) / (Math.Log(2) * pulls) : 1;

    /// <summary>Whether row i is better than row j, and one of them is high enough.</summary>
    private bool Counts(ReadOnlySpan<double> relevances, ReadOnlySpan<int> places, int i, int j) =>
        relevances[i] > relevances[j] && !(Top > 0 && int.Min(places[i], places[j]) >= Top);

    private double WeightOf(double better, double worse, int place, int otherPlace)
    {
        double gain = Gains.Of(better);
        double exchanged = Math.Abs(Gains.Discount(place) - Gains.Discount(otherPlace));
        int distance = Math.Abs(place - otherPlace);
        double apart = Gains.Discount(distance - 1) - Gains.Discount(distance);
        return ((gain - Gains.Of(worse)) * ((Exchange * exchanged) + (Distance * apart)))
            + (Alone * gain * Gains.Discount(place));
    }
}

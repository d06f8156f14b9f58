using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>1 − NDCG of a list that is sorted softly by a table of shares: which item stands in which place.</summary>
/// <remarks>
/// <code>
/// P[i, ·] = softmax(((n + 1 − 2i) s − Σₖ |s − sₖ|) / τ), rows and columns then scaled to sums of 1 (Sinkhorn)
/// L = 1 − Σᵢ (P g)ᵢ / log₂(1 + i) / IDCG,  g = 2^y − 1     for each query
/// </code>
/// A list of one item, or without a relevant one, weighs nothing. Others return −NDCG: the gradient is the same. Time
/// and memory are quadratic in a query's items: for lists of hundreds. Reference: P. Pobrotyn, R. Białobrzeski,
/// NeuralNDCG: Direct Optimisation of a Ranking Metric via Differentiable Relaxation of Sorting, 2021,
/// arXiv:2102.07831.
/// </remarks>
/// <param name="temperature">How soft the order is, in units of score; positive.</param>
/// <param name="iterations">How often rows and columns are scaled; a whole number.</param>
public readonly struct NeuralNdcgLoss(double temperature, double iterations)
    : IGraphLoss<NeuralNdcgLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 1, Domain.Positive, "how soft the order is, in units of score");

    private static readonly ParameterCard IterationsCard = new(
        "iterations", "T", 50, new Domain(0, 10000, true, true), "how often rows and columns are scaled");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "neural-ndcg",
        Title = "neural NDCG",
        Use = "Ranking judged by NDCG, in short lists.",
        Avoid = "Long lists, or the start of training. Take ranking-softmax.",
        Reference = "P. Pobrotyn, R. Białobrzeski, NeuralNDCG: Direct Optimisation of a Ranking Metric via "
            + "Differentiable Relaxation of Sorting, 2021, arXiv:2102.07831",
        Latex = @"1 - \frac{1}{\mathrm{IDCG}} \sum_i \frac{(P g)_i}{\log_2(1 + i)}, \quad g = 2^y - 1",
        Names = new() { Chinese = "神经 NDCG 损失" },
        Translations =
        [
            new(
                "allrank.models.losses.neuralNDCG(temperature=1.0)",
                "neural-ndcg:temperature={temperature}",
                "−NDCG there; a list in each row, with a mask for the padding") { Offset = "-1" },
        ],
        Tasks = LossTask.Ranking,
        Parameters = [TemperatureCard, IterationsCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RankingInputs.Cards;

    /// <summary>How soft the order is, in units of score.</summary>
    public Parameter Temperature { get; } = TemperatureCard.Bind(temperature);

    /// <summary>How often rows and columns are scaled.</summary>
    public Parameter Iterations { get; } = IterationsCard.Bind(iterations);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> scores = inputs["score"];
        int[] starts = GroupRuns.Of(tape, inputs, "query", scores.Shape.Length);
        double[] relevances = ClassCards.Numbers(tape, inputs, "relevance");
        Tensor<T> weights = tape.Rent(new Shape(starts.Length - 1));
        Tensor<T>[] terms = tape.RentArray<Tensor<T>>(starts.Length - 1);
        double[] gains = tape.RentArray<double>(relevances.Length), best = tape.RentArray<double>(relevances.Length);
        for (int query = 0; query < terms.Length; query++)
        {
            int start = starts[query], count = starts[query + 1] - start;
            Span<double> own = gains.AsSpan(start, count);
            for (int i = 0; i < count; i++)
            {
                own[i] = Gains.Of(relevances[start + i]);
            }

            double ideal = Ideal(own, best.AsSpan(start, count));
            bool says = count > 1 && ideal > 0;
            weights.Values[query] = says ? T.One : T.Zero;
            terms[query] = says ? Term(tape, tape.Slice(scores, 0, start, count), own, ideal) : tape.Zero();
        }

        return new(tape.Concatenate(0, terms), weights);
    }

    /// <summary>1 − NDCG of one list.</summary>
    private static double Ideal(ReadOnlySpan<double> gains, Span<double> best)
    {
        gains.CopyTo(best);
        best.Sort();
        best.Reverse();
        double ideal = 0;
        for (int place = 0; place < best.Length; place++)
        {
            ideal += best[place] * Gains.Discount(place);
        }

        return ideal;
    }

    private Tensor<T> Term<T>(Tape<T> tape, Tensor<T> scores, ReadOnlySpan<double> gains, double ideal)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = gains.Length;
        Shape row = new(1, n), column = new(n, 1);
        Tensor<T> apart = tape.Abs(tape.Subtract(tape.Reshape(scores, column), tape.Reshape(scores, row)));
        Tensor<T> places = tape.Rent(column), discounts = tape.Rent(row), gained = tape.Rent(column);
        for (int i = 0; i < n; i++)
        {
            places.Values[i] = T.CreateTruncating(n - 1 - (2 * i));
            discounts.Values[i] = T.CreateTruncating(Gains.Discount(i) / ideal);
            gained.Values[i] = T.CreateTruncating(gains[i]);
        }

        Tensor<T> pulls = tape.Multiply(places, tape.Reshape(scores, row));
        Tensor<T> logits = tape.Subtract(pulls, tape.Sum(apart, [0], keepDimensions: true));
        Tensor<T> logs = tape.LogSoftmax(tape.Scale(logits, 1 / Temperature.Value));
        for (int step = 0; step < (int)Iterations.Value; step++)
        {
            logs = tape.Subtract(logs, tape.LogSumExp(logs, [0], keepDimensions: true));
            logs = tape.Subtract(logs, tape.LogSumExp(logs, [1], keepDimensions: true));
        }

        Tensor<T> ratio = tape.MatMul(discounts, tape.MatMul(tape.Exp(logs), gained));
        return tape.Shift(tape.Negate(tape.Reshape(ratio, new Shape(1))), 1);
    }
}

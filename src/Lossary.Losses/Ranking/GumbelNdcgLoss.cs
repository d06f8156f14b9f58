using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Approximate NDCG of scores with Gumbel noise, a mean over draws: noise leads out of poor orders.</summary>
/// <remarks>
/// <code>
/// L = mean over columns of 1 − Σᵢ (2^yᵢ − 1) / log₂(1 + rᵢ) / IDCG     for each query
/// rᵢ = 1 + Σ over j ≠ i of σ((zⱼ − zᵢ)/τ),  zᵢ = sᵢ − ln(−ln uᵢ)
/// </code>
/// Orders by z are drawn as the Plackett–Luce model of the scores draws them. The noise u, uniform in 0 … 1, is an
/// input, so that whoever calls decides on its seed; eight columns, drawn anew for each step, are usual. A list of one
/// item, or without a relevant one, weighs nothing. Reference: S. Bruch, S. Han, M. Bendersky, M. Najork, "A Stochastic
/// Treatment of Learning to Rank Scoring Functions", WSDM 2020, doi:10.1145/3336191.3371844.
/// </remarks>
/// <param name="temperature">How soft a comparison of two scores is, in units of score; positive.</param>
public readonly struct GumbelNdcgLoss(double temperature) : IGraphLoss<GumbelNdcgLoss>, IDocumentedLoss
{
    /// <summary>So far from 0 and from 1 noise is held: a logarithm of 0 has no place in an order.</summary>
    private const double Edge = 1e-12;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "gumbel-approx-ndcg",
        Title = "approximate NDCG with Gumbel noise",
        Use = "Ranking judged by NDCG, where approx-ndcg alone stays in a poor order.",
        Avoid = "Training must not depend on draws: take approx-ndcg.",
        Reference = "S. Bruch, S. Han, M. Bendersky, M. Najork, A Stochastic Treatment of Learning to Rank Scoring "
            + "Functions, 2020, doi:10.1145/3336191.3371844",
        Latex = @"\mathbb{E}_u \left[1 - \frac{1}{\mathrm{IDCG}} \sum_i \frac{2^{y_i} - 1}{\log_2(1 + r_i)}\right], "
            + @"\quad r_i = 1 + \sum_{j \ne i} \sigma\left(\frac{z_j - z_i}{\tau}\right), "
            + @"\quad z_i = s_i - \ln(-\ln u_i)",
        Aliases = ["gumbel-ndcg"],
        Names = new() { Chinese = "Gumbel 近似 NDCG 损失" },
        Translations =
        [
            new(
                "tensorflow_ranking.keras.losses.GumbelApproxNDCGLoss(temperature=0.1)",
                "gumbel-approx-ndcg:temperature={temperature}",
                "−NDCG there; its noise is drawn inside; a list in each row, with a mask for the padding")
            {
                Offset = "-1",
            },
        ],
        Tasks = LossTask.Ranking,
        Parameters = [RankingInputs.Temperature],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => YetiRankLoss.Inputs;

    /// <summary>How soft a comparison of two scores is.</summary>
    public double Temperature { get; } = RankingInputs.Temperature.Bind(temperature).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = int.MaxValue,
        IsBounded = true,
        IsCoupled = true,
    };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> scores = inputs["score"];
        ApproximateRankFormula formula = new(Temperature, isReciprocal: false);
        return RankingInputs.MeanOverDraws(tape, inputs, (starts, column) => GroupOperation.Compute(
            tape, formula, starts, tape.Add(scores, Gumbel(tape, inputs["noise"], column)), inputs["relevance"]));
    }

    /// <summary>A column of uniform noise as Gumbel noise, in the shape of the scores.</summary>
    private static Tensor<T> Gumbel<T>(Tape<T> tape, Tensor<T> noise, int column)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = noise.Shape[0], columns = noise.Shape[1];
        Tensor<T> drawn = tape.Rent(new Shape(n));
        for (int i = 0; i < n; i++)
        {
            double u = Math.Clamp(double.CreateTruncating(noise.Values[(i * columns) + column]), Edge, 1 - Edge);
            drawn.Values[i] = T.CreateTruncating(-Math.Log(-Math.Log(u)));
        }

        return drawn;
    }
}

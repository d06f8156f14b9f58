using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Each class's proxy pulls the embeddings of its class and pushes the others, the hard ones most.</summary>
/// <remarks>
/// <code>
/// L = 1/|P⁺| Σ_{p∈P⁺} ln(1 + Σ_{y=p} e^(−α (c − m))) + 1/|P| Σ_p ln(1 + Σ_{y≠p} e^(α (c + m)))
/// </code>
/// P⁺: the proxies whose class the batch holds. A term is a proxy's. Reference: S. Kim, D. Kim, M. Cho and S. Kwak,
/// "Proxy Anchor Loss for Deep Metric Learning", CVPR 2020, arXiv:2003.13911.
/// </remarks>
/// <param name="margin">How far beyond 0 a cosine has to be, on either side; not negative.</param>
/// <param name="alpha">How sharply the hard ones count; positive.</param>
public readonly struct ProxyAnchorLoss(double margin, double alpha) : IGraphLoss<ProxyAnchorLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", @"m", 0.1, Domain.NonNegative, "how far beyond 0 a cosine has to be, on either side");

    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 32, Domain.Positive, "how sharply the hard ones count");

    private readonly Parameter _margin = MarginCard.Bind(margin);
    private readonly Parameter _alpha = AlphaCard.Bind(alpha);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "proxy-anchor",
        Title = "proxy anchor",
        Use = "Embeddings from labelled classes: converges fast, needs no mining and no sampling of batches.",
        Avoid = "Classes unknown when training starts: there is no proxy to learn; supervised contrastive.",
        Reference = "S. Kim, D. Kim, M. Cho, S. Kwak, Proxy Anchor Loss for Deep Metric Learning, 2020, "
            + "arXiv:2003.13911",
        Latex = @"\frac{1}{|P^+|} \sum_{p \in P^+} \ln\Big(1 + \sum_{y_i = p} e^{-\alpha (c_{ip} - m)}\Big)"
            + @" + \frac{1}{|P|} \sum_p \ln\Big(1 + \sum_{y_i \ne p} e^{\alpha (c_{ip} + m)}\Big)",
        Names = new() { Chinese = "代理锚损失" },
        Translations =
        [
            new(
                "pytorch_metric_learning.losses.ProxyAnchorLoss(margin=0.1, alpha=32)",
                "proxy-anchor:margin={margin},alpha={alpha}",
                "it holds the proxies, which are inputs here"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [MarginCard, AlphaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        PairInputs.Embeddings,
        BatchInputs.ClassVectors,
        BatchInputs.Target,
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] classes = inputs.Whole(tape, "target");
        Tensor<T> proxies = inputs["class-vectors"];
        int met = int.Max(1, CountDistinct(tape, classes));
        TwoSidedTerm term = new(
            _alpha.Value, _alpha.Value, _margin.Value, -_margin.Value, (k, i) => classes[i] == k ? 1 : -1)
        {
            PositiveShare = (double)proxies.Shape[0] / met,
        };
        return tape.BatchTerms(term, PairMeasure.Cosine, proxies, inputs["embeddings"]);
    }

    private static int CountDistinct<T>(Tape<T> tape, int[] numbers)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] sorted = tape.RentArray<int>(numbers.Length);
        numbers.CopyTo(sorted, 0);
        Array.Sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            count += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }

        return count;
    }
}

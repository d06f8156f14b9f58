using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Each embedding has to be nearer to its class's proxy than to all others: no pairs to mine.</summary>
/// <remarks>
/// <code>
/// L = d(z, w_y) + ln Σ_{k≠y} e^(−d(z, wₖ))        d: squared distance of unit vectors, times s
/// </code>
/// The proxy of the class itself is not in the sum: the loss can fall below 0. Reference: Y. Movshovitz-Attias, A.
/// Toshev, T. K. Leung, S. Ioffe and S. Singh, "No Fuss Distance Metric Learning using Proxies", ICCV 2017,
/// arXiv:1703.07464.
/// </remarks>
/// <param name="scale">What squared distances are multiplied by; positive.</param>
public readonly struct ProxyNcaLoss(double scale) : IGraphLoss<ProxyNcaLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ScaleCard = new(
        "scale", @"s", 1, Domain.Positive, "what squared distances are multiplied by");

    private readonly Parameter _scale = ScaleCard.Bind(scale);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "proxy-nca",
        Title = "proxy NCA",
        Use = "Embeddings from labelled classes, of which a batch may hold one each.",
        Avoid = "New work: proxy-nca-plus-plus, proxy-anchor.",
        Reference = "Y. Movshovitz-Attias, A. Toshev, T. K. Leung, S. Ioffe, S. Singh, No Fuss Distance Metric "
            + "Learning using Proxies, 2017, arXiv:1703.07464",
        Latex = @"-\ln \frac{e^{-s d(z, w_y)}}{\sum_{k \ne y} e^{-s d(z, w_k)}}",
        Names = new() { Chinese = "代理近邻成分损失" },
        Tasks = LossTask.MetricLearning,
        Parameters = [ScaleCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        PairInputs.Embeddings,
        BatchInputs.ClassVectors,
        BatchInputs.Target,
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] classes = inputs.Whole(tape, "target");
        ContrastTerm term = new(-_scale.Value, countsPositives: false, (i, k) => classes[i] == k ? 1 : -1);
        Tensor<T> directions = tape.NormaliseRows(inputs["embeddings"]);
        Tensor<T> proxies = tape.NormaliseRows(inputs["class-vectors"]);
        return tape.BatchTerms(term, PairMeasure.SquaredEuclidean, directions, proxies);
    }
}

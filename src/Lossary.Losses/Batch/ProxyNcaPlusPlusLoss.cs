using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A softmax over the squared distances to the classes' proxies, at a low temperature.</summary>
/// <remarks>
/// <code>
/// L = −ln softmax_y( −d(z, wₖ) / τ )        d: squared distance of unit vectors
/// </code>
/// Reference: E. W. Teh, T. DeVries and G. W. Taylor, "ProxyNCA++: Revisiting and Revitalizing Proxy Neighborhood
/// Component Analysis", ECCV 2020, arXiv:2004.01113.
/// </remarks>
/// <param name="temperature">What squared distances are divided by; positive.</param>
public readonly struct ProxyNcaPlusPlusLoss(double temperature) : IGraphLoss<ProxyNcaPlusPlusLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 0.11, Domain.Positive, "what squared distances are divided by");

    private readonly Parameter _temperature = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "proxy-nca-plus-plus",
        Title = "proxy NCA++",
        Use = "Embeddings from labelled classes, of which a batch may hold one each.",
        Avoid = "Very many classes of which few come up: proxies that are not met do not move.",
        Reference = "E. W. Teh, T. DeVries, G. W. Taylor, ProxyNCA++: Revisiting and Revitalizing Proxy "
            + "Neighborhood Component Analysis, 2020, arXiv:2004.01113",
        Latex = @"-\ln \frac{e^{-d(z, w_y) / \tau}}{\sum_k e^{-d(z, w_k) / \tau}}",
        Names = new() { Chinese = "改进代理近邻成分损失" },
        Translations =
        [
            new(
                "pytorch_metric_learning.losses.ProxyNCALoss(softmax_scale=1)",
                "proxy-nca-plus-plus:temperature={1/softmax_scale}",
                "the proxy of the class itself is in the sum, in spite of the name; it holds the proxies"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [TemperatureCard],
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
        ContrastTerm term = new(-1 / _temperature.Value, countsPositives: true, (i, k) => classes[i] == k ? 1 : -1);
        Tensor<T> directions = tape.NormaliseRows(inputs["embeddings"]);
        Tensor<T> proxies = tape.NormaliseRows(inputs["class-vectors"]);
        return tape.BatchTerms(term, PairMeasure.SquaredEuclidean, directions, proxies);
    }
}

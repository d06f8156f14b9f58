using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A softmax over the cosines between an embedding and a vector of each class.</summary>
/// <remarks>
/// <code>
/// L = −ln softmax_y( cos(z, wₖ) / τ )
/// </code>
/// Reference: A. Zhai and H.-Y. Wu, "Classification is a Strong Baseline for Deep Metric Learning", BMVC 2019,
/// arXiv:1811.12649.
/// </remarks>
/// <param name="temperature">What cosines are divided by; positive.</param>
public readonly struct NormalisedSoftmaxLoss(double temperature) : IGraphLoss<NormalisedSoftmaxLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 0.05, Domain.Positive, "what cosines are divided by");

    private readonly Parameter _temperature = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "normalised-softmax",
        Title = "normalised softmax",
        Use = "Embeddings from labelled classes: the simplest loss that works, and the one to beat.",
        Avoid = "Classes that are not known when training ends need a margin: CosFace, ArcFace.",
        Reference = "A. Zhai, H.-Y. Wu, Classification is a Strong Baseline for Deep Metric Learning, 2019, "
            + "arXiv:1811.12649",
        Latex = @"-\ln \frac{e^{\cos(z, w_y) / \tau}}{\sum_k e^{\cos(z, w_k) / \tau}}",
        Aliases = ["norm-softmax", "cosine-softmax"],
        Names = new() { Chinese = "归一化 softmax 损失" },
        Translations =
        [
            new(
                "pytorch_metric_learning.losses.NormalizedSoftmaxLoss(temperature=0.05)",
                "normalised-softmax:temperature={temperature}",
                "the class vectors belong to the loss there"),
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
        SoftmaxTerm<NoMargin> term = new(1 / _temperature.Value, inputs.Whole(tape, "target"), excludesSelf: false);
        return new(tape.BatchTerms(term, PairMeasure.Cosine, inputs["embeddings"], inputs["class-vectors"]).Values);
    }
}

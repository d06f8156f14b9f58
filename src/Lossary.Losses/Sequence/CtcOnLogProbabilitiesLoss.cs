using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Connectionist temporal classification of logarithms of probabilities, as a network's log-softmax makes them.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln Σ_π exp Σ_t ℓ_t(π_t)        ∂L/∂ℓ_t(k) = −P(π_t = k | labels)
/// </code>
/// The gradient is that by the inputs as they stand. PyTorch's, exp ℓ − P, has the log-softmax in it, and is right only
/// after one (pytorch issue 82545). See <see cref="CtcLoss"/>.
/// </remarks>
public readonly struct CtcOnLogProbabilitiesLoss : IGraphLoss<CtcOnLogProbabilitiesLoss>, IDocumentedLoss
{
    private readonly CtcSettings _settings;

    /// <summary>Makes the loss.</summary>
    /// <param name="blank">The class that stands for no label.</param>
    /// <param name="zeroInfinity">1: a sample that is too short for its labels costs 0; 0: infinity.</param>
    /// <param name="perLabel">1: a sample's loss is divided by the number of its labels; 0: it is not.</param>
    public CtcOnLogProbabilitiesLoss(double blank, double zeroInfinity = 0, double perLabel = 0) =>
        _settings = new(blank, zeroInfinity, perLabel);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ctc-on-log-probabilities",
        Title = "connectionist temporal classification on log-probabilities",
        Use = "As ctc, where the network ends in a log-softmax of its own.",
        Avoid = "The model gives logits: take ctc, whose gradient has the softmax in it.",
        Reference = "A. Graves, S. Fernández, F. Gomez, J. Schmidhuber, Connectionist Temporal Classification, ICML "
            + "2006, doi:10.1145/1143844.1143891",
        Latex = CtcSettings.Latex,
        Names = new() { PyTorch = "CTCLoss", Chinese = "连接时序分类损失(对数概率)" },
        Translations =
        [
            new(
                "torch.nn.CTCLoss(blank=0, zero_infinity=False)",
                "ctc-on-log-probabilities:blank={blank}",
                "steps come first, [t, n, c]; its mean divides each sample by its labels, as per-label=1"),
            new(
                "torch.nn.CTCLoss(blank=0, zero_infinity=True)",
                "ctc-on-log-probabilities:blank={blank},zero-infinity=1",
                "steps come first, [t, n, c]; its mean divides each sample by its labels, as per-label=1"),
        ],
        Tasks = LossTask.Sequence,
        Parameters = CtcSettings.Cards,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new(
            "log-probabilities", @"\ell", InputKind.LogProbability, "n, t, c",
            "the logarithm of each class's probability at each step")
        {
            IsDifferentiable = true,
        },
        .. CtcSettings.LabelInputs,
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, SecondOrder = SecondOrder.Exact };

    /// <inheritdoc/>
    public static void Arrange(CtcOnLogProbabilitiesLoss loss, LossInputs<double> inputs, RandomStream random) =>
        loss._settings.Arrange(inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        _settings.Terms(tape, inputs, "log-probabilities", areLogits: false);
}

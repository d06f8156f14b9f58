using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Connectionist temporal classification: labels in order, but nobody knows at which steps.</summary>
/// <remarks>
/// <code>
/// L = −ln Σ_π Π_t p_t(π_t)    over all paths π that read the labels once repeats are merged and blanks dropped
/// ∂L/∂z_t(k) = p_t(k) − P(π_t = k | labels)
/// </code>
/// Logits are taken: the softmax is part of the loss, and the gradient is that by the logits. All paths are added up in
/// logarithms and double precision. Labels that cannot be read, for want of a step for each and one more between two
/// equal ones, cost infinity, or 0 with zero-infinity = 1, and pull nowhere, where PyTorch's gradient is NaN; masked,
/// or of weight 0, they are not there. Where its gradient is differentiated, it is in steps of the tape: slow, and
/// with room for each step. PyTorch's mean divides each sample's loss by the number of its labels: per-label = 1.
/// Reference: A. Graves, S. Fernández, F. Gomez, J. Schmidhuber, "Connectionist Temporal Classification", ICML 2006,
/// doi:10.1145/1143844.1143891.
/// </remarks>
public readonly struct CtcLoss : IGraphLoss<CtcLoss>, IDocumentedLoss
{
    private readonly CtcSettings _settings;

    /// <summary>Makes the loss.</summary>
    /// <param name="blank">The class that stands for no label.</param>
    /// <param name="zeroInfinity">1: a sample that is too short for its labels costs 0; 0: infinity.</param>
    /// <param name="perLabel">1: a sample's loss is divided by the number of its labels; 0: it is not.</param>
    public CtcLoss(double blank, double zeroInfinity = 0, double perLabel = 0) =>
        _settings = new(blank, zeroInfinity, perLabel);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ctc",
        Title = "connectionist temporal classification",
        Use = "Speech, handwriting: labels in the order of the input, without saying at which step each stands.",
        Avoid = "Output and input orders differ, or outputs depend on each other: an attention model with "
            + "token-cross-entropy, or transducer.",
        Reference = "A. Graves, S. Fernández, F. Gomez, J. Schmidhuber, Connectionist Temporal Classification, ICML "
            + "2006, doi:10.1145/1143844.1143891",
        Latex = CtcSettings.Latex,
        Aliases = ["ctc-loss", "connectionist-temporal-classification"],
        Names = new() { PyTorch = "CTCLoss", Chinese = "连接时序分类损失" },
        Translations =
        [
            new(
                "optax.losses.ctc_loss(blank_id=0)",
                "ctc:blank={blank_id}",
                "paddings are masks, 1 where a step or label is out"),
            new("keras.losses.CTC()", "ctc", "the blank is the last class, and a target of −1 ends the labels"),
        ],
        Tasks = LossTask.Sequence,
        Parameters = CtcSettings.Cards,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, t, c", "the scores of each class at each step")
        {
            IsDifferentiable = true,
        },
        .. CtcSettings.LabelInputs,
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, SecondOrder = SecondOrder.Exact };

    /// <inheritdoc/>
    public static void Arrange(CtcLoss loss, LossInputs<double> inputs, RandomStream random) =>
        loss._settings.Arrange(inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => _settings.Terms(tape, inputs, "logits", areLogits: true);
}

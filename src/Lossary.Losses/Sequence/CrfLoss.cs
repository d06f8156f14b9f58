using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A linear-chain conditional random field: a label for each step, whose neighbours are scored together.
/// </summary>
/// <remarks>
/// <code>
/// L = ln Σ_y' e^score(y') − score(y)
/// score(y) = start(y₁) + Σ_t emission_t(y_t) + Σ_t transition(y_t, y_t+1) + end(y_T)
/// </code>
/// The gradient is how often the model expects a label, or a pair of neighbours, less how often it is there. All
/// labellings are added up in logarithms and double precision. Where its gradient is differentiated,
/// it is in steps of the tape: slow, and with room for each step. Reference:
/// J. Lafferty, A. McCallum, F. Pereira, "Conditional Random Fields", ICML 2001.
/// </remarks>
public readonly struct CrfLoss : IGraphLoss<CrfLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "linear-chain-crf",
        Title = "linear-chain conditional random field",
        Use = "A label for each step where neighbours depend on each other: names in a text, parts of speech.",
        Avoid = "Steps are independent given the network: token-cross-entropy is faster and parallel.",
        Reference = "J. Lafferty, A. McCallum, F. Pereira, Conditional Random Fields: Probabilistic Models for "
            + "Segmenting and Labeling Sequence Data, ICML 2001, pages 282-289",
        Latex = @"\ln \sum_{y'} e^{s(y')} - s(y), \quad s(y) = a_{y_1} + \sum_t z_t(y_t) + \sum_t A_{y_t y_{t+1}} + "
            + @"e_{y_T}",
        Aliases = ["crf", "conditional-random-field"],
        Names = new() { Chinese = "线性链条件随机场负对数似然" },
        Translations =
        [
            new(
                "torchcrf.CRF()",
                "linear-chain-crf",
                "the log-likelihood, the higher the better; a sum by default") { Scale = "-1" },
        ],
        Tasks = LossTask.Sequence,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("emissions", "z", InputKind.Real, "n, t, c", "the score of each label at each step")
        {
            IsDifferentiable = true,
        },
        new("labels", "y", InputKind.ClassNumber, "n, t", "the labels; padded") { Below = "c" },
        new("transitions", "A", InputKind.Real, "c, c", "the score of one label, the row, before another")
        {
            IsDifferentiable = true,
        },
        new("start", "a", InputKind.Real, "c", "the score of each label at the first step")
        {
            IsDifferentiable = true,
            IsOptional = true,
        },
        new("end", "e", InputKind.Real, "c", "the score of each label at the last step")
        {
            IsDifferentiable = true,
            IsOptional = true,
        },
        new("lengths", "T", InputKind.StepCount, "n", "how many steps of each sample count")
        {
            Below = "t",
            IsOptional = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = int.MaxValue,
        IsProper = true,
        SecondOrder = SecondOrder.Exact,
    };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] lengths = LabelRows.Lengths(tape, inputs, "lengths", inputs.Extent("n"), inputs.Extent("t"));
        CrfScores<T> scores = new(inputs["emissions"], inputs["transitions"], inputs.Find("start"), inputs.Find("end"));
        return new(tape.Crf(scores, inputs.Whole(tape, "labels"), lengths));
    }
}

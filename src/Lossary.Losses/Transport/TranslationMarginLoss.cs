using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>By how much a triple that holds fails to be shorter than one that does not.</summary>
/// <remarks>
/// <code>
/// L = max(0, γ + ‖h + r − t‖ − ‖h′ + r − t′‖)
/// </code>
/// Reference: A. Bordes, N. Usunier, A. Garcia-Duran, J. Weston, O. Yakhnenko, Translating Embeddings for Modeling
/// Multi-relational Data, 2013.
/// </remarks>
/// <param name="margin">How much shorter it must be; not negative.</param>
public readonly struct TranslationMarginLoss(double margin) : IGraphLoss<TranslationMarginLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", @"\gamma", 1, Domain.NonNegative, "how much shorter it must be");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "knowledge-graph",
        Title = "translation margin",
        Use = "Vectors of things and relations such that head + relation is tail, and is not another.",
        Avoid = "A relation joins one thing to many: one translation cannot reach all of them.",
        Reference = "A. Bordes, N. Usunier, A. Garcia-Duran, J. Weston, O. Yakhnenko, Translating Embeddings for "
            + "Modeling Multi-relational Data, NIPS 2013",
        Latex = @"\max(0, \gamma + \|h + r - t\| - \|h' + r - t'\|)",
        Aliases = ["transe"],
        Names = new() { Chinese = "知识图谱平移间隔损失" },
        Translations =
        [
            new(
                "pykeen.losses.MarginRankingLoss(margin=1.0)",
                "knowledge-graph:margin={margin}",
                "takes scores of triples: those of TransE are minus the distance"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("head", "h", InputKind.Real, "n, d", "the vectors of the heads") { IsDifferentiable = true },
        new("relation", "r", InputKind.Real, "n, d", "the vectors of the relations") { IsDifferentiable = true },
        new("tail", "t", InputKind.Real, "n, d", "the vectors of the tails") { IsDifferentiable = true },
        new("other-head", "h'", InputKind.Real, "n, d", "the heads of triples that do not hold")
        {
            IsDifferentiable = true,
        },
        new("other-tail", "t'", InputKind.Real, "n, d", "their tails") { IsDifferentiable = true },
    ];

    /// <summary>How much shorter it must be.</summary>
    public Parameter Margin { get; } = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> holds = Length(tape, inputs["head"], inputs["relation"], inputs["tail"]);
        Tensor<T> fails = Length(tape, inputs["other-head"], inputs["relation"], inputs["other-tail"]);
        return new(tape.Relu(tape.Shift(tape.Subtract(holds, fails), Margin.Value)));
    }

    private static Tensor<T> Length<T>(Tape<T> tape, Tensor<T> head, Tensor<T> relation, Tensor<T> tail)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> gap = tape.Subtract(tape.Add(head, relation), tail);
        return tape.SqrtOrZero(tape.Sum(tape.Square(gap), [-1]));
    }
}

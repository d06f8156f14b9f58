using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The cosine of two embeddings is to be what a person said of their similarity.</summary>
/// <remarks>
/// <code>
/// L = (x·y / (‖x‖ ‖y‖) − t)²
/// </code>
/// Reference: N. Reimers and I. Gurevych, "Sentence-BERT: Sentence Embeddings using Siamese BERT-Networks", EMNLP
/// 2019, arXiv:1908.10084.
/// </remarks>
public readonly struct CosineRegressionLoss : IGraphLoss<CosineRegressionLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cosine-regression",
        Title = "cosine regression",
        Use = "Pairs with a graded similarity, 0 to 1 or −1 to 1.",
        Avoid = "Only the order of the similarities is trusted: CoSENT.",
        Reference = "N. Reimers, I. Gurevych, Sentence-BERT: Sentence Embeddings using Siamese BERT-Networks, "
            + "2019, arXiv:1908.10084",
        Latex = @"\big(\cos(x, y) - t\big)^2",
        Aliases = ["cosine-similarity-mse"],
        Names = new() { Chinese = "余弦回归损失" },
        Translations =
        [
            new("sentence_transformers.losses.CosineSimilarityLoss()", "cosine-regression"),
        ],
        Tasks = LossTask.MetricLearning,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        PairInputs.Left,
        PairInputs.Right,
        new("target", "t", InputKind.Real, "n", "the similarity, −1 to 1"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> cosine = tape.RowMeasure(new CosineRows(0), inputs["left"], inputs["right"]);
        return new(tape.Square(tape.Subtract(cosine, inputs["target"])));
    }
}

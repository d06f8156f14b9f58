using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Pairs with a higher grade have to have a larger cosine: the order of the grades counts, not their size.
/// </summary>
/// <remarks>
/// <code>
/// L = ln(1 + Σ_{tᵢ>tⱼ} e^(λ (cⱼ − cᵢ)))        cᵢ = cos(xᵢ, yᵢ)
/// </code>
/// One number for the whole batch. Reference: J. Su, "CoSENT: A more efficient sentence vector scheme than Sentence-
/// BERT", 2022; as CoSENTLoss in N. Reimers and I. Gurevych, Sentence-BERT, arXiv:1908.10084.
/// </remarks>
/// <param name="scale">What cosines are multiplied by; positive.</param>
public readonly struct CoSentLoss(double scale) : IGraphLoss<CoSentLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ScaleCard = new(
        "scale", @"\lambda", 20, Domain.Positive, "what cosines are multiplied by");

    private readonly Parameter _scale = ScaleCard.Bind(scale);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cosent",
        Title = "CoSENT",
        Use = "Pairs with graded similarities whose order is trusted more than their size: texts.",
        Avoid = "Grades that are true numbers: cosine regression.",
        Reference = "J. Su, CoSENT: A more efficient sentence vector scheme than Sentence-BERT, 2022, "
            + "https://kexue.fm/archives/8847",
        Latex = @"\ln\Big(1 + \sum_{t_i > t_j} e^{\lambda (\cos(x_j, y_j) - \cos(x_i, y_i))}\Big)",
        Names = new() { Chinese = "余弦排序损失（CoSENT）" },
        Translations =
        [
            new("sentence_transformers.losses.CoSENTLoss(scale=20.0)", "cosent:scale={scale}"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [ScaleCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        PairInputs.Left,
        PairInputs.Right,
        new("target", "t", InputKind.Real, "n", "the grade of each pair; only its order counts"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> cosines = tape.RowMeasure(default(CosineRows), inputs["left"], inputs["right"]);
        int pairs = cosines.Shape[0];
        Tensor<T> target = inputs["target"];
        T[] grades = tape.RentArray<T>(target.Shape.Length);
        target.Values.CopyTo(grades);
        Tensor<T> ones = tape.Rent(new Shape(pairs, 1)), zero = tape.Rent(new Shape(1));
        ones.Values.Fill(T.One);
        zero.Values.Clear();

        // A row of the matrix holds all cosines; those of lower grades count.
        LogSumExpTerm term = new(_scale.Value, (i, j) => !(grades[i] > grades[j]));
        Tensor<T> lower = tape.BatchTerms(
            term, PairMeasure.Dot, ones, tape.Reshape(cosines, new Shape(pairs, 1))).Values;
        Tensor<T> excess = tape.Subtract(lower, tape.Scale(cosines, _scale.Value));
        return new(tape.LogSumExp(tape.Concatenate(0, excess, zero), [0]));
    }
}

using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The angle that a negative makes with a pair alike has to stay below a bound.</summary>
/// <remarks>
/// <code>
/// Lᵢ = ln(1 + Σ_{j≠i} e^(4 tan²α (aᵢ + pᵢ)·pⱼ − 2 (1 + tan²α) aᵢ·pᵢ))
/// </code>
/// Embeddings are normalised; each pair is of a class of its own. Reference: J. Wang, F. Zhou, S. Wen, X. Liu and Y.
/// Lin, "Deep Metric Learning with Angular Loss", ICCV 2017, arXiv:1708.01682.
/// </remarks>
/// <param name="angle">The bound of the angle, in degrees; above 0, below 90.</param>
public readonly struct AngularLoss(double angle) : IGraphLoss<AngularLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AngleCard = new(
        "angle", @"\alpha", 40, new Domain(0, 90, false, false), "the bound of the angle, in degrees");

    private readonly Parameter _angle = AngleCard.Bind(angle);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "angular",
        Title = "angular",
        Use = "One pair from each of many classes, where distances differ in scale from class to class.",
        Avoid = "New work: InfoNCE with a tuned temperature does as well.",
        Reference = "J. Wang, F. Zhou, S. Wen, X. Liu, Y. Lin, Deep Metric Learning with Angular Loss, 2017, "
            + "arXiv:1708.01682",
        Latex = @"\ln\Big(1 + \sum_{j \ne i} e^{4 \tan^2\!\alpha \, (a_i + p_i) \cdot p_j"
            + @" - 2 (1 + \tan^2\!\alpha) a_i \cdot p_i}\Big)",
        Names = new() { Chinese = "角度损失" },
        Translations =
        [
            new(
                "pytorch_metric_learning.losses.AngularLoss(alpha=40)",
                "angular:angle={alpha}",
                "all embeddings of other labels are negatives"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [AngleCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [PairInputs.Anchor, PairInputs.Positive];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> anchor = tape.NormaliseRows(inputs["anchor"]), positive = tape.NormaliseRows(inputs["positive"]);
        double tangent = Math.Tan(_angle.Value * Math.PI / 180), squared = tangent * tangent;
        Tensor<T> middle = tape.Scale(tape.Add(anchor, positive), 4 * squared);
        LogSumExpTerm term = new(1, (i, j) => i == j);
        Tensor<T> negatives = tape.BatchTerms(term, PairMeasure.Dot, middle, positive).Values;
        Tensor<T> own = tape.Scale(tape.Sum(tape.Multiply(anchor, positive), [-1]), 2 * (1 + squared));
        return new(tape.Formula(default(DistanceSoftplus), negatives, own));
    }
}

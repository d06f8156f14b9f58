using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The Huber loss between all distances of a batch, each batch's in units of their mean.</summary>
/// <remarks>
/// <code>
/// L = mean over i ≠ j of H(‖sᵢ − sⱼ‖/μ_s − ‖tᵢ − tⱼ‖/μ_t)        H Huber's with δ = 1
/// </code>
/// Memory is n² numbers. Two samples at one place pull nowhere; a batch of one, or all at one place, costs 0.
/// Reference: W. Park, D. Kim, Y. Lu, M. Cho, Relational Knowledge Distillation, 2019, arXiv:1904.05068.
/// </remarks>
public readonly struct RelationalDistanceLoss : IGraphLoss<RelationalDistanceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "rkd-distance",
        Title = "relational distillation by distances",
        Use = "An embedding from a larger one: samples are to lie as far apart as they do for the teacher.",
        Avoid = "The student is to give the same vectors, not the same distances: cosine-distillation.",
        Reference = "W. Park, D. Kim, Y. Lu, M. Cho, Relational Knowledge Distillation, 2019, arXiv:1904.05068",
        Latex = @"\operatorname{mean}_{i \ne j} \operatorname{H}\left(\frac{\|s_i - s_j\|}{\mu_s} - \frac{\|t_i "
            + @"- t_j\|}{\mu_t}\right)",
        Names = new() { Chinese = "关系蒸馏（距离）" },
        Tasks = LossTask.Distillation | LossTask.MetricLearning,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => DistillationInputs.Embeddings;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> gap = tape.Subtract(Distances(tape, inputs["student"]), Distances(tape, inputs["teacher"]));
        return new(tape.Formula(default(UnitHuber), gap), tape.OffDiagonal(gap.Shape[0]));
    }

    /// <summary>All distances over their mean, which is differentiated too.</summary>
    private static Tensor<T> Distances<T>(Tape<T> tape, Tensor<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> distances = tape.SqrtOrZero(tape.SquaredDistancesBetween(rows, rows));
        int n = rows.Shape[0];
        Tensor<T> mean = tape.Scale(tape.Sum(distances), 1.0 / int.Max(1, n * (n - 1)));
        return mean.Scalar > T.Zero ? tape.Divide(distances, mean) : distances;
    }
}

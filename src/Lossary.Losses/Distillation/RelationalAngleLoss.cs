using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The Huber loss between the cosines of all angles that the samples of a batch make.</summary>
/// <remarks>
/// <code>
/// L = mean over distinct i, j, k of H(cos ∠ sⱼ sᵢ sₖ − cos ∠ tⱼ tᵢ tₖ)        the angle is at i
/// </code>
/// Memory is n³ + n² d numbers: keep batches to a few hundred. An angle at two samples that fall together counts as 90
/// degrees. Fewer than three samples cost 0. Reference: W. Park, D. Kim, Y. Lu, M. Cho, Relational Knowledge
/// Distillation, 2019, arXiv:1904.05068.
/// </remarks>
public readonly struct RelationalAngleLoss : IGraphLoss<RelationalAngleLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "rkd-angle",
        Title = "relational distillation by angles",
        Use = "An embedding from a larger one: samples are to be seen under the angles that they have for the "
            + "teacher.",
        Avoid = "Batches are large: the number of angles grows with their cube.",
        Reference = "W. Park, D. Kim, Y. Lu, M. Cho, Relational Knowledge Distillation, 2019, arXiv:1904.05068",
        Latex = @"\operatorname{mean}_{i, j, k} \operatorname{H}\left(\cos \angle s_j s_i s_k - \cos \angle t_j "
            + @"t_i t_k\right)",
        Names = new() { Chinese = "关系蒸馏（角度）" },
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
        Tensor<T> gap = tape.Subtract(Angles(tape, inputs["student"]), Angles(tape, inputs["teacher"]));
        return new(tape.Formula(default(UnitHuber), gap), Distinct(tape, gap.Shape));
    }

    /// <summary>The cosine at each sample between each two others, [n, n, n].</summary>
    private static Tensor<T> Angles<T>(Tape<T> tape, Tensor<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = rows.Shape[0], width = rows.Shape[1];
        Tensor<T> corners = tape.Reshape(rows, new Shape(n, 1, width));
        Tensor<T> arms = tape.Subtract(tape.Reshape(rows, new Shape(1, n, width)), corners);
        Tensor<T> unit = tape.NormaliseRows(tape.Reshape(arms, new Shape(n * n, width)));
        Tensor<T> directions = tape.Reshape(unit, new Shape(n, n, width));
        return tape.BatchMatMul(directions, directions, transposesRight: true);
    }

    /// <summary>1 where the three are distinct.</summary>
    private static Tensor<T> Distinct<T>(Tape<T> tape, Shape shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> weights = tape.Rent(shape);
        int n = shape[0];
        for (int at = 0; at < weights.Values.Length; at++)
        {
            int i = at / n / n, j = at / n % n, k = at % n;
            weights.Values[at] = i != j && j != k && i != k ? T.One : T.Zero;
        }

        return weights;
    }
}

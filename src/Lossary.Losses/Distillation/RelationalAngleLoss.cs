using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The Huber loss between the cosines of all angles that the samples of a batch make.</summary>
/// <remarks>
/// <code>
/// L = mean over distinct i, j, k of H(cos ∠ sⱼ sᵢ sₖ − cos ∠ tⱼ tᵢ tₖ)        the angle is at i
/// </code>
/// There is a term for each sample, the mean over the angles at it, which weighs as many as they are. They are computed
/// one sample at a time, and again on the way back: time grows as n³, memory as n². An angle at two samples that fall
/// together counts as 90 degrees. Fewer than three samples cost 0. A gradient that is itself differentiated takes n³
/// numbers. Reference: W. Park, D. Kim, Y. Lu, M. Cho, Relational Knowledge Distillation, 2019, arXiv:1904.05068.
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
        Tensor<T> student = inputs["student"];
        Shape samples = new(student.Shape[0]);
        bool hasAngles = samples[0] > 2;
        Tensor<T> weights = tape.Rent(samples);
        weights.Values.Fill(T.CreateTruncating(hasAngles ? CornerAngles.PairsOf(samples[0]) : 0));
        return new(
            hasAngles ? CornerAngles.Compute(tape, student, inputs["teacher"]) : tape.Sum(student, [1]), weights);
    }
}

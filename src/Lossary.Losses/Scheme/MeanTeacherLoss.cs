using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The mean squared difference between two distributions over the classes.</summary>
/// <remarks>
/// <code>
/// L = Σⱼ (pⱼ − p̂ⱼ)² / k
/// </code>
/// It is the Π-model's and temporal ensembling's too: they differ in where the second answer comes from. Reference: A.
/// Tarvainen, H. Valpola, Mean Teachers Are Better Role Models, 2017, arXiv:1703.01780.
/// </remarks>
public readonly struct MeanTeacherLoss : IGraphLoss<MeanTeacherLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "mean-teacher",
        Title = "mean teacher consistency",
        Use = "Few labels, many samples: two looks at a sample, or the network and its slow average, are to agree.",
        Avoid = "The teacher is wrong from the start: agreement makes it worse. Let its weight rise slowly.",
        Reference = "A. Tarvainen, H. Valpola, Mean Teachers Are Better Role Models, 2017, arXiv:1703.01780",
        Latex = @"\frac{1}{k} \sum_j (p_j - \hat p_j)^2",
        Aliases = ["pi-model"],
        Names = new() { Chinese = "平均教师一致性损失" },
        Tasks = LossTask.None,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("student", "z", InputKind.Real, "n, k", "the logits of the network") { IsDifferentiable = true },
        new("teacher", @"\hat z", InputKind.Real, "n, k", "the logits of its average, held constant"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsBounded = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> gap = tape.Subtract(tape.Softmax(inputs["student"]), tape.Softmax(inputs["teacher"]));
        return new(tape.Mean(tape.Square(gap), [-1]));
    }
}

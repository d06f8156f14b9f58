using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>One minus the cosine between a student's features and its teacher's.</summary>
/// <remarks>
/// <code>
/// L = 1 − s·t / (‖s‖ ‖t‖)        in [0, 2]; 1 with a gradient of 0 where either is 0
/// </code>
/// Reference: V. Sanh, L. Debut, J. Chaumond, T. Wolf, DistilBERT, a Distilled Version of BERT, 2019, arXiv:1910.01108.
/// </remarks>
public readonly struct CosineDistillationLoss : IGraphLoss<CosineDistillationLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cosine-distillation",
        Title = "cosine distance of features",
        Use = "The student's features are to point where the teacher's do, at any length.",
        Avoid = "Lengths of features carry meaning: squared compares them too.",
        Reference = "V. Sanh, L. Debut, J. Chaumond, T. Wolf, DistilBERT, a Distilled Version of BERT, 2019, "
            + "arXiv:1910.01108",
        Latex = @"1 - \frac{s \cdot t}{\|s\| \|t\|}",
        Names = new() { Chinese = "余弦特征蒸馏" },
        Tasks = LossTask.Distillation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("student", "s", InputKind.Real, "n, d", "the student's features, in the teacher's space")
        {
            IsDifferentiable = true,
        },
        new("teacher", "t", InputKind.Real, "n, d", "the teacher's features"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> cosine = tape.Multiply(tape.NormaliseRows(inputs["student"]), tape.NormaliseRows(inputs["teacher"]));
        return new(tape.Shift(tape.Negate(tape.Sum(cosine, [-1])), 1));
    }
}

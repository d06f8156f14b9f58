using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The mean squared difference between a student's features and its teacher's.</summary>
/// <remarks>
/// <code>
/// L = Σⱼ (sⱼ − tⱼ)² / d        for each row
/// </code>
/// Reference: A. Romero et al., FitNets: Hints for Thin Deep Nets, 2015, arXiv:1412.6550.
/// </remarks>
public readonly struct HintLoss : IGraphLoss<HintLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "hint",
        Title = "squared distance of features",
        Use = "The student's middle layer is to give the teacher's features, after a layer that fits their widths.",
        Avoid = "Only the features' directions mean something: take cosine-distillation.",
        Reference = "A. Romero et al., FitNets: Hints for Thin Deep Nets, 2015, arXiv:1412.6550",
        Latex = @"\frac{1}{d} \sum_j (s_j - t_j)^2",
        Aliases = ["fitnet", "fitnets"],
        Names = new() { Chinese = "特征提示蒸馏" },
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
    public LossTraits Traits => new() { IsConvex = true, IsStrictlyConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        return new(tape.Mean(tape.Square(tape.Subtract(inputs["student"], inputs["teacher"])), [-1]));
    }
}

using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy with two labels, by the shares of the samples that were mixed.</summary>
/// <remarks>
/// <code>
/// L = λ CE(z, y) + (1 − λ) CE(z, y′)
/// </code>
/// CutMix takes the share of the pixels for λ. Reference: H. Zhang, M. Cisse, Y. N. Dauphin, D. Lopez-Paz, mixup:
/// Beyond Empirical Risk Minimization, 2018, arXiv:1710.09412.
/// </remarks>
public readonly struct MixupLoss : IGraphLoss<MixupLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "mixup",
        Title = "mixup cross entropy",
        Use = "Samples that were mixed in pairs: each label counts by its sample's share.",
        Avoid = "Samples cannot be mixed, as texts or graphs, or mixing makes another class.",
        Reference = "H. Zhang, M. Cisse, Y. N. Dauphin, D. Lopez-Paz, mixup: Beyond Empirical Risk Minimization, "
            + "2018, arXiv:1710.09412",
        Latex = @"\lambda \operatorname{CE}(z, y) + (1 - \lambda) \operatorname{CE}(z, y')",
        Aliases = ["cutmix"],
        Names = new() { Chinese = "混合增强交叉熵" },
        Tasks = LossTask.None,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, k", "the logits") { IsDifferentiable = true },
        new("target", "y", InputKind.ClassNumber, "n", "the true class") { Below = "k" },
        new("other-target", "y'", InputKind.ClassNumber, "n", "the class of the sample that was mixed in")
        {
            Below = "k",
        },
        new("share", @"\lambda", InputKind.Probability, "n", "the share of the first sample"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> share = inputs["share"];
        Tensor<T> first = tape.CrossEntropyRows(inputs["logits"], inputs.Whole(tape, "target"));
        Tensor<T> second = tape.CrossEntropyRows(inputs["logits"], inputs.Whole(tape, "other-target"));
        return new(tape.Add(second, tape.Multiply(share, tape.Subtract(first, second))));
    }
}

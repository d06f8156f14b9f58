using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Half the summed gaps between the student's shares and the teacher's.</summary>
/// <remarks>
/// <code>
/// L = ½ Σₖ |sₖ − tₖ|        in [0, 1]
/// </code>
/// Reference: Y. Wen, Z. Li, W. Du, L. Mou, f-Divergence Minimization for Sequence-Level Knowledge Distillation, 2023,
/// arXiv:2307.15190.
/// </remarks>
/// <param name="temperature">What logits are divided by; positive.</param>
public readonly struct TotalVariationDistillationLoss(double temperature)
    : IGraphLoss<TotalVariationDistillationLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 1, Domain.Positive,
        "what logits are divided by; higher shows more of the small shares");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "total-variation-distillation",
        Title = "total variation distillation",
        Use = "Distillation of text whose gradient no single share can blow up.",
        Avoid = "The student starts far from the teacher: the gradient vanishes with its shares.",
        Reference = "Y. Wen, Z. Li, W. Du, L. Mou, f-Divergence Minimization for Sequence-Level Knowledge "
            + "Distillation, 2023, arXiv:2307.15190",
        Latex = @"\frac{1}{2} \sum_k \left|\sigma(s / \tau)_k - \sigma(t / \tau)_k\right|",
        Aliases = ["tvd-distillation"],
        Names = new() { Chinese = "全变差距离蒸馏" },
        Tasks = LossTask.Distillation,
        Parameters = [TemperatureCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => DistillationInputs.Logits;

    /// <summary>What logits are divided by.</summary>
    public Parameter Temperature { get; } = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true };

    /// <inheritdoc/>
    public static void Arrange(TotalVariationDistillationLoss loss, LossInputs<double> inputs, RandomStream random)
    {
        // Away from the kinks, where a share of the student's is a share of the teacher's.
        foreach (ref double logit in inputs["teacher"].Values)
        {
            logit *= 3;
        }
    }

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> student = tape.Softmax(tape.Scale(inputs["student"], 1 / Temperature.Value));
        Tensor<T> teacher = tape.Softmax(tape.Scale(inputs["teacher"], 1 / Temperature.Value));
        return new(tape.Scale(tape.Sum(tape.Abs(tape.Subtract(student, teacher)), [-1]), 0.5));
    }
}

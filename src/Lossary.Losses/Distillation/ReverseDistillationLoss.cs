using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The divergence of the student's shares from the teacher's, seen from the student.</summary>
/// <remarks>
/// <code>
/// L = τ² KL(softmax(s/τ) ‖ softmax(t/τ))
/// </code>
/// Shares that the student gives where the teacher has none cost most: it would rather leave something out. Reference:
/// Y. Gu, L. Dong, F. Wei, M. Huang, MiniLLM: Knowledge Distillation of Large Language Models, 2024, arXiv:2306.08543.
/// </remarks>
/// <param name="temperature">What logits are divided by; positive.</param>
public readonly struct ReverseDistillationLoss(double temperature)
    : IGraphLoss<ReverseDistillationLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 1, Domain.Positive,
        "what logits are divided by; higher shows more of the small shares");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "reverse-distillation",
        Title = "reverse Kullback-Leibler distillation",
        Use = "A student too small for all that its teacher knows: it keeps to the teacher's main modes.",
        Avoid = "The student is to give all that the teacher gives its share: distillation covers.",
        Reference = "Y. Gu, L. Dong, F. Wei, M. Huang, MiniLLM: Knowledge Distillation of Large Language Models, "
            + "2024, arXiv:2306.08543",
        Latex = @"\tau^2 \operatorname{KL}\left(\sigma(s / \tau) \,\middle\|\, \sigma(t / \tau)\right)",
        Aliases = ["minillm", "reverse-kl-distillation"],
        Names = new() { Chinese = "反向KL蒸馏" },
        Tasks = LossTask.Distillation,
        Parameters = [TemperatureCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => DistillationInputs.Logits;

    /// <summary>What logits are divided by.</summary>
    public Parameter Temperature { get; } = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> student = tape.LogSoftmax(tape.Scale(inputs["student"], 1 / Temperature.Value));
        Tensor<T> teacher = tape.LogSoftmax(tape.Scale(inputs["teacher"], 1 / Temperature.Value));
        return new(tape.Scale(tape.KullbackLeiblerRows(student, teacher), Temperature.Value * Temperature.Value));
    }
}

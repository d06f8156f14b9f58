using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The divergence between shares of logits that were brought to mean 0 and deviation 1 row by row.</summary>
/// <remarks>
/// <code>
/// ẑ = (z − z̄) / sd z        L = τ² KL(softmax(t̂/τ) ‖ softmax(ŝ/τ))
/// </code>
/// The deviation divides by k. Logits that are all equal stay 0 and pull nowhere. Reference: S. Sun, W. Ren, J. Li, R.
/// Wang, X. Cao, Logit Standardization in Knowledge Distillation, 2024, arXiv:2403.01732.
/// </remarks>
/// <param name="temperature">What logits are divided by; positive.</param>
public readonly struct StandardisedDistillationLoss(double temperature)
    : IGraphLoss<StandardisedDistillationLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 2, Domain.Positive,
        "what logits are divided by; higher shows more of the small shares");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "standardised-distillation",
        Title = "distillation of standardised logits",
        Use = "Distillation whose student need not reach the teacher's range of logits, only their relations.",
        Avoid = "The student is to be as sure as the teacher: its range is lost.",
        Reference = "S. Sun, W. Ren, J. Li, R. Wang, X. Cao, Logit Standardization in Knowledge Distillation, 2024, "
            + "arXiv:2403.01732",
        Latex = @"\tau^2 \operatorname{KL}\left(\sigma(\hat t / \tau) \,\middle\|\, \sigma(\hat s / "
            + @"\tau)\right),\quad \hat z = \frac{z - \bar z}{\operatorname{sd} z}",
        Names = new() { Chinese = "标准化logit蒸馏" },
        Tasks = LossTask.Distillation,
        Parameters = [TemperatureCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => DistillationInputs.Logits;

    /// <summary>What logits are divided by.</summary>
    public Parameter Temperature { get; } = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double tau = Temperature.Value;
        Tensor<T> student = tape.LogSoftmax(tape.Scale(tape.StandardiseRows(inputs["student"]), 1 / tau));
        Tensor<T> teacher = tape.LogSoftmax(tape.Scale(tape.StandardiseRows(inputs["teacher"]), 1 / tau));
        return new(tape.Scale(tape.KullbackLeiblerRows(teacher, student), tau * tau));
    }
}

using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy with the labels, and the divergence from the teacher's softened shares.</summary>
/// <remarks>
/// <code>
/// L = (1 − α) CE(s, y) + α τ² KL(softmax(t/τ) ‖ softmax(s/τ))        for each row
/// </code>
/// The factor τ² keeps the soft part's gradient as large as the hard part's when τ changes; a loss that forgets it
/// trains on labels alone at high τ. Reference: G. Hinton, O. Vinyals, J. Dean, Distilling the Knowledge in a Neural
/// Network, 2015, arXiv:1503.02531.
/// </remarks>
/// <param name="temperature">What logits are divided by; positive.</param>
/// <param name="alpha">The share of the teacher's part; 0 to 1.</param>
public readonly struct DistillationLoss(double temperature, double alpha)
    : IGraphLoss<DistillationLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 3, Domain.Positive,
        "what logits are divided by; higher shows more of the small shares");

    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 0.5, Domain.Unit, "the share of the teacher's part");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "distillation",
        Title = "knowledge distillation",
        Use = "A small classifier from a large one: the labels, and the teacher's shares of all classes.",
        Avoid = "The teacher is little better than the student, or has other classes.",
        Reference = "G. Hinton, O. Vinyals, J. Dean, Distilling the Knowledge in a Neural Network, 2015, "
            + "arXiv:1503.02531",
        Latex = @"(1 - \alpha) \operatorname{CE}(s, y) + \alpha \tau^2 \operatorname{KL}\left(\sigma(t / \tau) "
            + @"\,\middle\|\, \sigma(s / \tau)\right)",
        Aliases = ["kd", "soft-label-kd"],
        Names = new() { Chinese = "知识蒸馏" },
        Translations =
        [
            new(
                "torchdistill.losses.mid_level.KDLoss(temperature=4.0, alpha=0.5)",
                "distillation:temperature={temperature},alpha={1-alpha}",
                "alpha weighs the hard part there; neither has a default"),
        ],
        Tasks = LossTask.Distillation,
        Parameters = [TemperatureCard, AlphaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("student", "s", InputKind.Real, "n, k", "the student's logits") { IsDifferentiable = true },
        new("teacher", "t", InputKind.Real, "n, k", "the teacher's logits"),
        new("target", "y", InputKind.ClassNumber, "n", "the true class") { Below = "k" },
    ];

    /// <summary>What logits are divided by.</summary>
    public Parameter Temperature { get; } = TemperatureCard.Bind(temperature);

    /// <summary>The share of the teacher's part.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> logits = inputs["student"];
        double tau = Temperature.Value;
        Tensor<T> student = tape.LogSoftmax(tape.Scale(logits, 1 / tau));
        Tensor<T> teacher = tape.LogSoftmax(tape.Scale(inputs["teacher"], 1 / tau));
        Tensor<T> soft = tape.Scale(tape.KullbackLeiblerRows(teacher, student), Alpha.Value * tau * tau);
        Tensor<T> hard = tape.Scale(tape.CrossEntropyRows(logits, inputs.Whole(tape, "target")), 1 - Alpha.Value);
        return new(tape.Add(hard, soft));
    }
}

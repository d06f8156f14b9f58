using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>How far a perturbation moves the answer; the answer itself is a constant.</summary>
/// <remarks>
/// <code>
/// L = KL(softmax(ẑ) ‖ softmax(z′))
/// </code>
/// The perturbation is the caller's: ε g/‖g‖ with g the gradient of this very loss at ξ d, d random. Reference: T.
/// Miyato, S. Maeda, M. Koyama, S. Ishii, Virtual Adversarial Training, 2018, arXiv:1704.03976.
/// </remarks>
public readonly struct VirtualAdversarialLoss : IGraphLoss<VirtualAdversarialLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "vat",
        Title = "virtual adversarial training",
        Use = "Few labels, many samples: the answer is not to change in the direction in which it changes most.",
        Avoid = "Labels are plenty: it doubles the cost of a step for little.",
        Reference = "T. Miyato, S. Maeda, M. Koyama, S. Ishii, Virtual Adversarial Training, 2018, arXiv:1704.03976",
        Latex = @"\operatorname{KL}(\sigma(\hat z) \,\|\, \sigma(z'))",
        Names = new() { Chinese = "虚拟对抗训练" },
        Tasks = LossTask.None,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("perturbed", "z'", InputKind.Real, "n, k", "the logits of the perturbed samples")
        {
            IsDifferentiable = true,
        },
        new("reference", @"\hat z", InputKind.Real, "n, k", "the logits of the samples themselves, held constant"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> reference = tape.LogSoftmax(inputs["reference"]);
        return new(tape.KullbackLeiblerRows(reference, tape.LogSoftmax(inputs["perturbed"])));
    }
}

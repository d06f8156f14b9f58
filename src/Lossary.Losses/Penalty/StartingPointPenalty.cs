using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Half the squared distance from pretrained parameters.</summary>
/// <remarks>
/// <code>
/// L = ½ α Σᵢ (θᵢ − θᵢ⁰)²
/// </code>
/// Reference: X. Li, Y. Grandvalet, F. Davoine, Explicit Inductive Bias for Transfer Learning with Convolutional
/// Networks, 2018, arXiv:1802.01483.
/// </remarks>
/// <param name="strength">What the penalty is multiplied by; not negative.</param>
public readonly struct StartingPointPenalty(double strength) : IGraphLoss<StartingPointPenalty>, IDocumentedLoss
{
    private static readonly ParameterCard StrengthCard = new(
        "strength", @"\alpha", 0.1, Domain.NonNegative, "what the penalty is multiplied by");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "l2-sp",
        Title = "L2 penalty from the starting point",
        Use = "Fine-tuning that is not to lose what pretraining found.",
        Avoid = "The new task is far from the old one: it holds the network where it should leave.",
        Reference = "X. Li, Y. Grandvalet, F. Davoine, Explicit Inductive Bias for Transfer Learning with "
            + "Convolutional Networks, 2018, arXiv:1802.01483",
        Latex = @"\frac{\alpha}{2} \sum_i (\theta_i - \theta_i^0)^2",
        Names = new() { Chinese = "L2-SP正则化" },
        Tasks = LossTask.Regularisation,
        Parameters = [StrengthCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("parameter", @"\theta", InputKind.Real, "…", "the parameters, or activations") { IsDifferentiable = true },
        new("anchor", @"\theta^0", InputKind.Real, "…", "the pretrained parameters"),
    ];

    /// <summary>What the penalty is multiplied by.</summary>
    public Parameter Strength { get; } = StrengthCard.Bind(strength);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, IsStrictlyConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> step = tape.Subtract(inputs["parameter"], inputs["anchor"]);
        return new(tape.Scale(tape.Sum(tape.Square(step)), 0.5 * Strength.Value));
    }
}

using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Squared steps away from old parameters, each as dear as its path lowered the loss.</summary>
/// <remarks>
/// <code>
/// Ωᵢ = max(0, ωᵢ) / (Δᵢ² + ξ)        L = c Σᵢ Ωᵢ (θᵢ − θᵢ*)²
/// </code>
/// Reference: F. Zenke, B. Poole, S. Ganguli, Continual Learning Through Synaptic Intelligence, 2017, arXiv:1703.04200.
/// </remarks>
/// <param name="strength">What the penalty is multiplied by; not negative.</param>
/// <param name="damping">What keeps a parameter that hardly moved from counting without bound; positive.</param>
public readonly struct SynapticIntelligencePenalty(double strength, double damping)
    : IGraphLoss<SynapticIntelligencePenalty>, IDocumentedLoss
{
    private static readonly ParameterCard StrengthCard = new(
        "strength", @"c", 0.1, Domain.NonNegative, "what the penalty is multiplied by");

    private static readonly ParameterCard DampingCard = new(
        "damping", @"\xi", 1e-3, Domain.Positive,
        "what keeps a parameter that hardly moved from counting without bound");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "synaptic-intelligence",
        Title = "synaptic intelligence",
        Use = "A further task without forgetting, where importance was gathered during training, at no cost.",
        Avoid = "Steps are few or of one large batch: the path says little. ewc measures at the end.",
        Reference = "F. Zenke, B. Poole, S. Ganguli, Continual Learning Through Synaptic Intelligence, 2017, "
            + "arXiv:1703.04200",
        Latex = @"c \sum_i \frac{\max(0, \omega_i)}{\Delta_i^2 + \xi} (\theta_i - \theta_i^*)^2",
        Aliases = ["si"],
        Names = new() { Chinese = "突触智能" },
        Tasks = LossTask.Regularisation,
        Parameters = [StrengthCard, DampingCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("parameter", @"\theta", InputKind.Real, "…", "the parameters, or activations") { IsDifferentiable = true },
        new("anchor", @"\theta^*", InputKind.Real, "…", "the parameters that the earlier tasks ended with"),
        new("credit", @"\omega", InputKind.Real, "…",
            "how much each parameter's path lowered the loss, the sum of -gradient times step"),
        new("displacement", @"\Delta", InputKind.Real, "…", "how far it moved in the earlier task"),
    ];

    /// <summary>What the penalty is multiplied by.</summary>
    public Parameter Strength { get; } = StrengthCard.Bind(strength);

    /// <summary>What keeps a parameter that hardly moved from counting without bound.</summary>
    public Parameter Damping { get; } = DampingCard.Bind(damping);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> step = tape.Subtract(inputs["parameter"], inputs["anchor"]);
        Tensor<T> length = tape.Shift(tape.Square(inputs["displacement"]), Damping.Value);
        Tensor<T> importance = tape.Divide(tape.Relu(inputs["credit"]), length);
        return new(tape.Scale(tape.Sum(tape.Multiply(importance, tape.Square(step))), Strength.Value));
    }
}

using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Squared steps away from old parameters, each as dear as the output depends on it.</summary>
/// <remarks>
/// <code>
/// L = λ Σᵢ Ωᵢ (θᵢ − θᵢ*)²        Ωᵢ = mean over samples of |∂‖f(x)‖² / ∂θᵢ|
/// </code>
/// Reference: R. Aljundi, F. Babiloni, M. Elhoseiny, M. Rohrbach, T. Tuytelaars, Memory Aware Synapses, 2018,
/// arXiv:1711.09601.
/// </remarks>
/// <param name="strength">What the penalty is multiplied by; not negative.</param>
public readonly struct SynapsePenalty(double strength) : IGraphLoss<SynapsePenalty>, IDocumentedLoss
{
    private static readonly ParameterCard StrengthCard = new(
        "strength", @"\lambda", 1, Domain.NonNegative, "what the penalty is multiplied by");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "mas",
        Title = "memory aware synapses",
        Use = "A further task without forgetting, where importance is how much the output reacts: no labels needed.",
        Avoid = "Labels are at hand: ewc weighs by the loss itself.",
        Reference = "R. Aljundi, F. Babiloni, M. Elhoseiny, M. Rohrbach, T. Tuytelaars, Memory Aware Synapses, 2018, "
            + "arXiv:1711.09601",
        Latex = @"\lambda \sum_i \Omega_i (\theta_i - \theta_i^*)^2",
        Names = new() { Chinese = "记忆感知突触" },
        Translations =
        [
            new("avalanche.training.MAS(lambda_reg=1.0)", "mas:strength={lambda_reg}"),
        ],
        Tasks = LossTask.Regularisation,
        Parameters = [StrengthCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("parameter", @"\theta", InputKind.Real, "…", "the parameters, or activations") { IsDifferentiable = true },
        new("anchor", @"\theta^*", InputKind.Real, "…", "the parameters that the earlier tasks ended with"),
        new("importance", @"\Omega", InputKind.NonNegative, "…",
            "the mean size of the gradient of the output's squared length"),
    ];

    /// <summary>What the penalty is multiplied by.</summary>
    public Parameter Strength { get; } = StrengthCard.Bind(strength);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> step = tape.Subtract(inputs["parameter"], inputs["anchor"]);
        return new(tape.Scale(tape.Sum(tape.Multiply(inputs["importance"], tape.Square(step))), Strength.Value));
    }
}

using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Squared steps away from old parameters, each as dear as the parameter mattered.</summary>
/// <remarks>
/// <code>
/// L = ½ λ Σᵢ Fᵢ (θᵢ − θᵢ*)²        F the diagonal of the Fisher information
/// </code>
/// F is the mean square of the log-likelihood's gradients at θ*; the online form decays and adds it. Libraries that
/// leave out the ½ take half the strength. Reference: J. Kirkpatrick et al., Overcoming Catastrophic Forgetting in
/// Neural Networks, 2017, doi:10.1073/pnas.1611835114.
/// </remarks>
/// <param name="strength">What the penalty is multiplied by; not negative.</param>
public readonly struct ElasticWeightPenalty(double strength) : IGraphLoss<ElasticWeightPenalty>, IDocumentedLoss
{
    private static readonly ParameterCard StrengthCard = new(
        "strength", @"\lambda", 1, Domain.NonNegative, "what the penalty is multiplied by");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ewc",
        Title = "elastic weight consolidation",
        Use = "A further task for a network that is not to forget the earlier ones.",
        Avoid = "Tasks are many, or data of the earlier ones are kept: training on some of them forgets less.",
        Reference = "J. Kirkpatrick et al., Overcoming Catastrophic Forgetting in Neural Networks, 2017, "
            + "doi:10.1073/pnas.1611835114",
        Latex = @"\frac{\lambda}{2} \sum_i F_i (\theta_i - \theta_i^*)^2",
        Aliases = ["elastic-weight-consolidation"],
        Names = new() { Chinese = "弹性权重巩固" },
        Translations =
        [
            new(
                "avalanche.training.EWC(ewc_lambda=1.0)",
                "ewc:strength={2*ewc_lambda}",
                "not halved there; ewc_lambda has no default"),
        ],
        Tasks = LossTask.Regularisation,
        Parameters = [StrengthCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("parameter", @"\theta", InputKind.Real, "…", "the parameters, or activations") { IsDifferentiable = true },
        new("anchor", @"\theta^*", InputKind.Real, "…", "the parameters that the earlier tasks ended with"),
        new("importance", "F", InputKind.NonNegative, "…", "how much each parameter matters to the earlier tasks"),
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
        Tensor<T> squares = tape.Multiply(inputs["importance"], tape.Square(step));
        return new(tape.Scale(tape.Sum(squares), 0.5 * Strength.Value));
    }
}

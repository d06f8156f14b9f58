using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The variance of the environments' mean losses, to be added to the mean loss.</summary>
/// <remarks>
/// <code>
/// R_e = mean loss of environment e        L = β Σ_e (R_e − R̄)² / E
/// </code>
/// 0 for one environment. Reference: D. Krueger et al., Out-of-Distribution Generalization via Risk Extrapolation,
/// 2021, arXiv:2003.00688.
/// </remarks>
/// <param name="beta">What the variance weighs; not negative.</param>
public readonly struct RiskVarianceLoss(double beta) : IGraphLoss<RiskVarianceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 1, Domain.NonNegative, "what the variance weighs");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "v-rex",
        Title = "variance of risks",
        Use = "Data from several environments: what holds in all of them, not what holds on average.",
        Avoid = "Environments differ in noise: losses are then unequal for a reason, and are made equal all the same.",
        Reference = "D. Krueger et al., Out-of-Distribution Generalization via Risk Extrapolation, 2021, "
            + "arXiv:2003.00688",
        Latex = @"\beta \operatorname{var}_e R_e",
        Names = new() { Chinese = "风险外推 (V-REx)" },
        Tasks = LossTask.None,
        Parameters = [BetaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("loss", @"\ell", InputKind.Real, "n", "the losses of the samples") { IsDifferentiable = true },
        new("environment", "e", InputKind.GroupNumber, "n",
            "the environment of each sample; its samples stand together"),
    ];

    /// <summary>What the variance weighs.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> risks = GroupMeans.Of(tape, inputs["loss"], inputs.Whole(tape, "environment"));
        return new(tape.Scale(tape.Mean(tape.Square(tape.Centred(risks))), Beta.Value));
    }
}

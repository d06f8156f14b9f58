using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The critic is to have a slope of k at most: flatter costs nothing.</summary>
/// <remarks>
/// <code>
/// Lᵢ = max(0, ‖gᵢ‖ − k)²
/// </code>
/// Reference: H. Petzka, A. Fischer, D. Lukovnikov, On the Regularization of Wasserstein GANs, 2017, arXiv:1709.08894.
/// </remarks>
/// <param name="slope">The slope that is allowed; not negative.</param>
public readonly struct LipschitzPenaltyLoss(double slope) : IGraphLoss<LipschitzPenaltyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SlopeCard = new(
        "slope", "k", 1, Domain.NonNegative, "the slope that is allowed");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "lipschitz-penalty",
        Title = "one-sided gradient penalty (WGAN-LP)",
        Use = "Holding a Wasserstein critic to a slope of at most 1.",
        Avoid =
            "A critic is to be held at a slope of 1, as the dual of the distance wants: gradient-penalty does that.",
        Reference = "H. Petzka, A. Fischer, D. Lukovnikov, On the Regularization of Wasserstein GANs, 2017, "
            + "arXiv:1709.08894",
        Latex = @"\max(0, \lVert g_i \rVert - k)^2",
        Aliases = ["wgan-lp"],
        Names = new() { Chinese = "单侧梯度惩罚（WGAN-LP）" },
        Tasks = LossTask.Generation,
        Parameters = [SlopeCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("gradient", "g", InputKind.Real, "n, …", "the critic's gradient by its input") { IsDifferentiable = true },
    ];

    /// <summary>The slope that is allowed.</summary>
    public Parameter Slope { get; } = SlopeCard.Bind(slope);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> norms = AdversarialInputs.Norms(tape, inputs["gradient"]);
        return new(tape.Square(tape.Relu(tape.Shift(norms, -Slope.Value))));
    }
}

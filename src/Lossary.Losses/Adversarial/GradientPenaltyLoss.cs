using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The critic is to have a slope of k at each sample: it is pulled there from both sides.</summary>
/// <remarks>
/// <code>
/// Lᵢ = (‖gᵢ‖ − k)²     with gᵢ the gradient of the critic by sample i
/// </code>
/// The norm is that of each sample, not of the batch. The gradient is one on the tape, made by a backward pass that is
/// recorded: see <see cref="Tape{T}.Gradient(Tensor{T}, Tensor{T})"/>. DRAGAN takes it at real samples with noise.
/// Reference: I. Gulrajani et al., Improved Training of Wasserstein GANs, 2017, arXiv:1704.00028.
/// </remarks>
/// <param name="slope">The slope that is wanted; not negative.</param>
public readonly struct GradientPenaltyLoss(double slope) : IGraphLoss<GradientPenaltyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SlopeCard = new(
        "slope", "k", 1, Domain.NonNegative, "the slope that is wanted");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "gradient-penalty",
        Title = "gradient penalty (WGAN-GP)",
        Use = "Holding a Wasserstein critic to a slope of 1, with a weight of 10.",
        Avoid = "Slopes below 1 do no harm, as near the end of training: lipschitz-penalty lets them be.",
        Reference = "I. Gulrajani et al., Improved Training of Wasserstein GANs, 2017, arXiv:1704.00028",
        Latex = @"(\lVert g_i \rVert - k)^2",
        Aliases = ["wgan-gp", "dragan-penalty"],
        Names = new() { Chinese = "梯度惩罚（WGAN-GP）" },
        Tasks = LossTask.Generation,
        Parameters = [SlopeCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("gradient", "g", InputKind.Real, "n, …", "the critic's gradient by its input") { IsDifferentiable = true },
    ];

    /// <summary>The slope that is wanted.</summary>
    public Parameter Slope { get; } = SlopeCard.Bind(slope);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> norms = AdversarialInputs.Norms(tape, inputs["gradient"]);
        return new(tape.Square(tape.Shift(norms, -Slope.Value)));
    }
}

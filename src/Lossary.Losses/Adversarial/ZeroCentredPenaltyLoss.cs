using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The discriminator is to be flat at real samples: the game then has somewhere to rest.</summary>
/// <remarks>
/// <code>
/// Lᵢ = γ/2 ‖gᵢ‖²
/// </code>
/// Reference: L. Mescheder, A. Geiger, S. Nowozin, Which Training Methods for GANs do actually Converge?, 2018,
/// arXiv:1801.04406.
/// </remarks>
/// <param name="gamma">What slope costs; positive.</param>
public readonly struct ZeroCentredPenaltyLoss(double gamma) : IGraphLoss<ZeroCentredPenaltyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard GammaCard = new("gamma", @"\gamma", 10, Domain.Positive, "what slope costs");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "r1-penalty",
        Title = "zero-centred gradient penalty (R1)",
        Use = "Making a GAN converge; at made samples it is R2.",
        Avoid = "A critic needs a slope of its own, as in a Wasserstein GAN: gradient-penalty holds it at 1.",
        Reference = "L. Mescheder, A. Geiger, S. Nowozin, Which Training Methods for GANs do actually Converge?, "
            + "2018, arXiv:1801.04406",
        Latex = @"\tfrac{\gamma}{2} \lVert g_i \rVert^2",
        Aliases = ["r1", "r2-penalty"],
        Names = new() { Chinese = "零中心梯度惩罚（R1）" },
        Tasks = LossTask.Generation,
        Parameters = [GammaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("gradient", "g", InputKind.Real, "n, …", "the critic's gradient by its input") { IsDifferentiable = true },
    ];

    /// <summary>What slope costs.</summary>
    public Parameter Gamma { get; } = GammaCard.Bind(gamma);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        return new(tape.Scale(AdversarialInputs.Squares(tape, inputs["gradient"]), 0.5 * Gamma.Value));
    }
}

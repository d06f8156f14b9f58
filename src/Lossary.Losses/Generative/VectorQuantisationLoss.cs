using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A code is to lie where the encoder puts its samples, and the encoder is to commit itself to the code.
/// </summary>
/// <remarks>
/// <code>
/// L = (z₀ − e)² + β (z − e₀)²     z₀, e₀ held constant: ∂L/∂e = 2 (e − z), ∂L/∂z = 2β (z − e)
/// </code>
/// By definition each half has a gradient by one of the two only, and so the gradient is not that of the value.
/// Reference: A. van den Oord, O. Vinyals, K. Kavukcuoglu, Neural Discrete Representation Learning, 2017,
/// arXiv:1711.00937.
/// </remarks>
/// <param name="beta">What commitment weighs; not negative.</param>
public readonly struct VectorQuantisationLoss(double beta) : IFormulaLoss<VectorQuantisationLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 0.25, Domain.NonNegative, "what commitment weighs");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "vq",
        Title = "vector quantisation",
        Use = "Training the codes of a VQ-VAE.",
        Avoid = "Codes die, as few are ever chosen: restart or average them beside this loss.",
        Reference = "A. van den Oord, O. Vinyals, K. Kavukcuoglu, Neural Discrete Representation Learning, 2017, "
            + "arXiv:1711.00937",
        Aliases = ["vq-vae", "commitment"],
        Names = new() { Chinese = "向量量化损失" },
        Tasks = LossTask.Generation,
        Parameters = [BetaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("encoding", "z", InputKind.Real, "…", "the encoder's numbers") { IsDifferentiable = true },
        new("code", "e", InputKind.Real, "…", "those of the nearest code") { IsDifferentiable = true },
    ];

    /// <summary>What commitment weighs.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, SecondOrder = SecondOrder.Held };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane code = TLane.Held(x[0]) - x[1];
        TLane commitment = x[0] - TLane.Held(x[1]);
        return (code * code) + (Beta * (commitment * commitment));
    }
}

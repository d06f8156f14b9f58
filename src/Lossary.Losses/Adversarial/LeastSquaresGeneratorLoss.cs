using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Scores of made samples are to be what real ones have.</summary>
/// <remarks>
/// <code>
/// L = ½ (f − c)²
/// </code>
/// Reference: X. Mao et al., Least Squares Generative Adversarial Networks, 2016, arXiv:1611.04076.
/// </remarks>
/// <param name="wanted">The score that made samples are to have; any number.</param>
public readonly struct LeastSquaresGeneratorLoss(double wanted)
    : IFormulaLoss<LeastSquaresGeneratorLoss>, IDocumentedLoss
{
    private static readonly ParameterCard WantedCard = new(
        "wanted", "c", 1, Domain.Real, "the score that made samples are to have");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "lsgan-generator",
        Title = "least squares GAN generator",
        Use = "Training the generator of a least squares GAN.",
        Avoid = "The discriminator was not trained by least squares: gan-generator goes with the logistic one.",
        Reference = "X. Mao et al., Least Squares Generative Adversarial Networks, 2016, arXiv:1611.04076",
        Aliases = ["lsgan-g"],
        Names = new() { Chinese = "最小二乘 GAN 生成器损失" },
        Translations =
        [
            new("torchgan.losses.LeastSquaresGeneratorLoss(c=1.0)", "lsgan-generator:wanted={c}"),
        ],
        Tasks = LossTask.Generation,
        Parameters = [WantedCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Fake;

    /// <summary>The score that made samples are to have.</summary>
    public Parameter Wanted { get; } = WantedCard.Bind(wanted);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane fake = x[0] - Wanted;
        return 0.5 * (fake * fake);
    }
}

using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Scores of real samples are to be one number, those of made ones another.</summary>
/// <remarks>
/// <code>
/// L = ½ (r − b)² + ½ (f − a)²
/// </code>
/// Reference: X. Mao et al., Least Squares Generative Adversarial Networks, 2016, arXiv:1611.04076.
/// </remarks>
/// <param name="fake">The score of a made sample; any number.</param>
/// <param name="real">The score of a real sample; any number.</param>
public readonly struct LeastSquaresDiscriminatorLoss(double fake, double real)
    : IFormulaLoss<LeastSquaresDiscriminatorLoss>, IDocumentedLoss
{
    private static readonly ParameterCard FakeCard = new("fake", "a", 0, Domain.Real, "the score of a made sample");

    private static readonly ParameterCard RealCard = new("real", "b", 1, Domain.Real, "the score of a real sample");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "lsgan-discriminator",
        Title = "least squares GAN discriminator",
        Use = "Training the discriminator of a GAN without vanishing gradients.",
        Avoid =
            "Scores run far beyond the wanted values: their squares rule. hinge-gan-discriminator stops at the margin.",
        Reference = "X. Mao et al., Least Squares Generative Adversarial Networks, 2016, arXiv:1611.04076",
        Aliases = ["lsgan-d"],
        Names = new() { Chinese = "最小二乘 GAN 判别器损失" },
        Translations =
        [
            new("torchgan.losses.LeastSquaresDiscriminatorLoss(a=0.0, b=1.0)", "lsgan-discriminator:fake={a},real={b}"),
        ],
        Tasks = LossTask.Generation,
        Parameters = [FakeCard, RealCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Both;

    /// <summary>The score of a made sample.</summary>
    public Parameter Fake { get; } = FakeCard.Bind(fake);

    /// <summary>The score of a real sample.</summary>
    public Parameter Real { get; } = RealCard.Bind(real);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane real = x[0] - Real;
        TLane fake = x[1] - Fake;
        return 0.5 * ((real * real) + (fake * fake));
    }
}

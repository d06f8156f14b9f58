using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The divergence of a predicted normal distribution of latent numbers from the standard one, summed over a sample's
/// numbers.
/// </summary>
/// <remarks>
/// <code>
/// L = β Σ max(λ, ½ (μ² + e^s − 1 − s))     with s = ln σ²
/// </code>
/// β is that of β-VAE; λ are free bits, which a number may use at no cost. Where s is small, eˢ − 1 − s is a series.
/// Reference: D. P. Kingma, M. Welling, Auto-Encoding Variational Bayes, 2013, arXiv:1312.6114.
/// </remarks>
/// <param name="beta">What the divergence weighs; not negative.</param>
/// <param name="free">What a number may diverge at no cost, in nats; not negative.</param>
public readonly struct LatentDivergenceLoss(double beta, double free)
    : IGraphLoss<LatentDivergenceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 1, Domain.NonNegative, "what the divergence weighs");

    private static readonly ParameterCard FreeCard = new(
        "free", @"\lambda", 0, Domain.NonNegative, "what a number may diverge at no cost, in nats");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "vae-kl",
        Title = "divergence from the standard normal (VAE)",
        Use = "The second half of a variational autoencoder's loss.",
        Avoid = "The prior is learned: gaussian-kl compares with it.",
        Reference = "D. P. Kingma, M. Welling, Auto-Encoding Variational Bayes, 2013, arXiv:1312.6114",
        Latex = @"\beta \sum \max(\lambda, \tfrac{1}{2} (\mu^2 + e^{s} - 1 - s))",
        Aliases = ["kl-standard-normal", "free-bits"],
        Names = new() { Chinese = "变分自编码器 KL 损失" },
        Tasks = LossTask.Generation,
        Parameters = [BetaCard, FreeCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("mean", @"\mu", InputKind.Real, "n, …", "the predicted means of the latent numbers")
        {
            IsDifferentiable = true,
        },
        new("log-variance", "s", InputKind.Real, "n, …", "the logarithms of their predicted variances")
        {
            IsDifferentiable = true,
        },
    ];

    /// <summary>What the divergence weighs.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <summary>What a number may diverge at no cost, in nats.</summary>
    public Parameter Free { get; } = FreeCard.Bind(free);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = 0 };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> costs = tape.Formula(new Core(Free), inputs["mean"], inputs["log-variance"]);
        return new(tape.Scale(GenerativeInputs.SumOfSample(tape, costs), Beta.Value));
    }

    private readonly struct Core(Parameter free) : ISampleFormula
    {
        private readonly Parameter _free = free;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            TLane.AtLeast(0.5 * ((x[0] * x[0]) + Stable.ExpM1LessX(x[1])), _free);
    }
}

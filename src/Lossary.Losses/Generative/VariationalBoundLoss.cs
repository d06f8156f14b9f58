using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// What a variational autoencoder loses: half the squared error of its picture, and the divergence of what it thought
/// of.
/// </summary>
/// <remarks>
/// <code>
/// L = ½ Σ (p − t)² + β ½ Σ (μ² + e^s − 1 − s)     sums over a sample
/// </code>
/// The bound with a normal likelihood of variance 1, less its constants. Reference: I. Higgins et al., beta-VAE:
/// Learning Basic Visual Concepts with a Constrained Variational Framework, 2017,
/// https://openreview.net/forum?id=Sy2fzU9gl; D. P. Kingma, M. Welling, 2013, arXiv:1312.6114.
/// </remarks>
/// <param name="beta">What the divergence weighs; not negative.</param>
public readonly struct VariationalBoundLoss(double beta) : IGraphLoss<VariationalBoundLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 1, Domain.NonNegative, "what the divergence weighs");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "elbo",
        Title = "evidence lower bound (VAE, β-VAE)",
        Use = "Training a variational autoencoder of real numbers.",
        Avoid = "The latent code collapses to the prior: lower beta at first, or importance-weighted-bound.",
        Reference = "I. Higgins et al., beta-VAE: Learning Basic Visual Concepts with a Constrained Variational "
            + "Framework, 2017, https://openreview.net/forum?id=Sy2fzU9gl; D. P. Kingma, M. Welling, "
            + "Auto-Encoding Variational Bayes, 2013, arXiv:1312.6114",
        Latex = @"\tfrac{1}{2} \sum (p - t)^2 + \tfrac{\beta}{2} \sum (\mu^2 + e^{s} - 1 - s)",
        Aliases = ["vae", "beta-vae"],
        Names = new() { Chinese = "证据下界损失" },
        Tasks = LossTask.Generation,
        Parameters = [BetaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "p", InputKind.Real, "n, …", "what the decoder says") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "n, …", "the sample"),
        new("mean", @"\mu", InputKind.Real, "n, d", "the predicted means of the latent numbers")
        {
            IsDifferentiable = true,
        },
        new("log-variance", "s", InputKind.Real, "n, d", "the logarithms of their predicted variances")
        {
            IsDifferentiable = true,
        },
    ];

    /// <summary>What the divergence weighs.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> errors = tape.Square(tape.Subtract(inputs["prediction"], inputs["target"]));
        Tensor<T> picture = tape.Scale(GenerativeInputs.SumOfSample(tape, errors), 0.5);
        LossTerms<T> divergence = new LatentDivergenceLoss(Beta.Value, 0).Terms(tape, inputs);
        return new(tape.Add(picture, divergence.Values));
    }
}

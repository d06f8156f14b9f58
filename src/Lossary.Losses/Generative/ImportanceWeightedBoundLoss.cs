using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A tighter bound on the likelihood, from several latent samples for each row.</summary>
/// <remarks>
/// <code>
/// L = −ln (1/k) Σⱼ e^(wⱼ)     with w the log-weights ln p(x, zⱼ) − ln q(zⱼ | x)
/// </code>
/// Reference: Y. Burda, R. Grosse, R. Salakhutdinov, Importance Weighted Autoencoders, 2015, arXiv:1509.00519.
/// </remarks>
public readonly struct ImportanceWeightedBoundLoss : IGraphLoss<ImportanceWeightedBoundLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "importance-weighted-bound",
        Title = "importance-weighted bound (IWAE)",
        Use = "Training or judging a variational autoencoder with several samples a row.",
        Avoid = "Samples are many: the encoder's gradient fades as the bound tightens. elbo trains it better.",
        Reference = "Y. Burda, R. Grosse, R. Salakhutdinov, Importance Weighted Autoencoders, 2015, arXiv:1509.00519",
        Latex = @"-\ln \frac{1}{k} \sum_j e^{w_j}",
        Aliases = ["iwae"],
        Names = new() { Chinese = "重要性加权下界" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-weights", "w", InputKind.Real, "n, k", "logarithms of the importance weights")
        {
            IsDifferentiable = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> weights = inputs["log-weights"];
        return new(tape.Shift(tape.Negate(tape.LogSumExp(weights, [-1])), Math.Log(weights.Shape[1])));
    }
}

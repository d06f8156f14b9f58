using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Real samples are to look more real than made ones do on average, and the other way round.</summary>
/// <remarks>
/// <code>
/// L = −(1/n) Σ ln σ(rᵢ − f̄) − (1/n) Σ ln σ(r̄ − fᵢ)
/// </code>
/// The generator takes it with both inputs exchanged. Means are over the batch. Reference: A. Jolicoeur-Martineau, The
/// Relativistic Discriminator: a Key Element Missing from Standard GAN, 2018, arXiv:1807.00734.
/// </remarks>
public readonly struct RelativisticAverageDiscriminatorLoss
    : IGraphLoss<RelativisticAverageDiscriminatorLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "relativistic-average-discriminator",
        Title = "relativistic average GAN discriminator",
        Use = "Training the discriminator of a super-resolution GAN.",
        Avoid = "Batches are tiny: its means are noise. relativistic-discriminator compares pairs.",
        Reference = "A. Jolicoeur-Martineau, The Relativistic Discriminator: a Key Element Missing from Standard "
            + "GAN, 2018, arXiv:1807.00734",
        Latex = @"-\ln \sigma(r_i - \bar{f}) - \ln \sigma(\bar{r} - f_i)",
        Aliases = ["ragan"],
        Names = new() { Chinese = "相对平均判别器损失" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("real", "r", InputKind.Real, "n", "logits of real samples") { IsDifferentiable = true },
        new("fake", "f", InputKind.Real, "n", "logits of made samples") { IsDifferentiable = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, IsCoupled = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> real = inputs["real"];
        Tensor<T> fake = inputs["fake"];
        Tensor<T> meanOfReal = tape.BroadcastTo(tape.Mean(real), real.Shape);
        Tensor<T> meanOfFake = tape.BroadcastTo(tape.Mean(fake), fake.Shape);
        Tensor<T> ofReal = tape.Formula(default(RelativisticDiscriminatorLoss), real, meanOfFake);
        return new(tape.Add(ofReal, tape.Formula(default(RelativisticDiscriminatorLoss), meanOfReal, fake)));
    }
}

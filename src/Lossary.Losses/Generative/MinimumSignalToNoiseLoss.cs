using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The squared error of predicted noise, steps of little noise weighed down so that no step rules.</summary>
/// <remarks>
/// <code>
/// L = min(r, γ) / r · mean (p − t)²     of the noise
/// </code>
/// A sample's mean over its numbers; the step's weight is a constant. Reference: T. Hang et al., Efficient Diffusion
/// Training via Min-SNR Weighting Strategy, 2023, arXiv:2303.09556.
/// </remarks>
/// <param name="gamma">Where a step's weight is cut; positive.</param>
public readonly struct MinimumSignalToNoiseLoss(double gamma) : IGraphLoss<MinimumSignalToNoiseLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "min-snr",
        Title = "min-SNR, predicting noise",
        Use = "Training a diffusion that predicts noise, faster.",
        Avoid = "The network predicts samples or velocities: min-snr-sample and min-snr-velocity weigh these.",
        Reference = "T. Hang et al., Efficient Diffusion Training via Min-SNR Weighting Strategy, 2023, "
            + "arXiv:2303.09556",
        Latex = @"\frac{\min(r, \gamma)}{r} \overline{(p - t)^2}",
        Aliases = ["min-snr-mse", "min-snr-epsilon"],
        Names = new() { Chinese = "Min-SNR 损失（噪声）" },
        Tasks = LossTask.Generation,
        Parameters = [StepWeights.Cut],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => StepWeights.Inputs;

    /// <summary>Where a step's weight is cut.</summary>
    public Parameter Gamma { get; } = StepWeights.Cut.Bind(gamma);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => StepWeights.Terms(tape, inputs, WeightOf(Gamma.Value));

    private static Func<double, double> WeightOf(double gamma) =>
        ratio => Math.Min(1, gamma / ratio);
}

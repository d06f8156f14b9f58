using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The squared error of predicted samples, steps of little noise weighed down so that no step rules.</summary>
/// <remarks>
/// <code>
/// L = min(r, γ) · mean (p − t)²     of x₀
/// </code>
/// A sample's mean over its numbers; the step's weight is a constant. Reference: T. Hang et al., Efficient Diffusion
/// Training via Min-SNR Weighting Strategy, 2023, arXiv:2303.09556.
/// </remarks>
/// <param name="gamma">Where a step's weight is cut; positive.</param>
public readonly struct MinimumSignalToNoiseSampleLoss(double gamma)
    : IGraphLoss<MinimumSignalToNoiseSampleLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "min-snr-sample",
        Title = "min-SNR, predicting samples",
        Use = "Training a diffusion that predicts clean samples, faster.",
        Avoid = "The network predicts noise or velocity: min-snr and min-snr-velocity weigh these.",
        Reference = "T. Hang et al., Efficient Diffusion Training via Min-SNR Weighting Strategy, 2023, "
            + "arXiv:2303.09556",
        Latex = @"\min(r, \gamma) \, \overline{(p - t)^2}",
        Names = new() { Chinese = "Min-SNR 损失（样本）" },
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
        ratio => Math.Min(ratio, gamma);
}

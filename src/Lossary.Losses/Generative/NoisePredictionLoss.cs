using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A diffusion's network is to say what noise was added: the mean of each sample's squared errors.</summary>
/// <remarks>
/// <code>
/// L = mean (p − ε)²
/// </code>
/// Reference: J. Ho, A. Jain, P. Abbeel, Denoising Diffusion Probabilistic Models, 2020, arXiv:2006.11239.
/// </remarks>
public readonly struct NoisePredictionLoss : IGraphLoss<NoisePredictionLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "noise-prediction",
        Title = "noise prediction (diffusion)",
        Use = "Training a diffusion in its plain form.",
        Avoid = "Few steps of training are affordable: min-snr weighs them better. Strong noise: velocity-prediction.",
        Reference = "J. Ho, A. Jain, P. Abbeel, Denoising Diffusion Probabilistic Models, 2020, arXiv:2006.11239",
        Latex = @"\overline{(p - \varepsilon)^2}",
        Aliases = ["ddpm", "epsilon-prediction"],
        Names = new() { Chinese = "噪声预测损失" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "p", InputKind.Real, "n, …", "what the network says") { IsDifferentiable = true },
        new("noise", @"\varepsilon", InputKind.Real, "n, …", "the noise added"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> errors = tape.Square(tape.Subtract(inputs["prediction"], inputs["noise"]));
        return new(GenerativeInputs.MeanOfSample(tape, errors));
    }
}

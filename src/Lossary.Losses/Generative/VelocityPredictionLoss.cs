using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A diffusion's network is to say where sample and noise are turning.</summary>
/// <remarks>
/// <code>
/// L = mean (p − (α ε − σ x₀))²
/// </code>
/// Reference: T. Salimans, J. Ho, Progressive Distillation for Fast Sampling of Diffusion Models, 2022,
/// arXiv:2202.00512.
/// </remarks>
public readonly struct VelocityPredictionLoss : IGraphLoss<VelocityPredictionLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "velocity-prediction",
        Title = "velocity prediction (diffusion)",
        Use = "Training a diffusion that is stable at both ends of its noise.",
        Avoid = "The network and its sampler expect noise: noise-prediction.",
        Reference = "T. Salimans, J. Ho, Progressive Distillation for Fast Sampling of Diffusion Models, 2022, "
            + "arXiv:2202.00512",
        Latex = @"\overline{(p - (\alpha \varepsilon - \sigma x_0))^2}",
        Aliases = ["v-prediction"],
        Names = new() { Chinese = "速度预测损失" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "p", InputKind.Real, "n, …", "what the network says") { IsDifferentiable = true },
        new("sample", "x_0", InputKind.Real, "n, …", "the clean sample"),
        new("noise", @"\varepsilon", InputKind.Real, "n, …", "the noise added"),
        new("signal", @"\alpha", InputKind.Real, "n", "what the sample is multiplied by at its step"),
        new("spread", @"\sigma", InputKind.Real, "n", "what the noise is multiplied by"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> noise = inputs["noise"];
        Tensor<T> signal = GenerativeInputs.OverSample(tape, inputs["signal"], noise.Shape);
        Tensor<T> spread = GenerativeInputs.OverSample(tape, inputs["spread"], noise.Shape);
        Tensor<T> velocity = tape.Subtract(tape.Multiply(signal, noise), tape.Multiply(spread, inputs["sample"]));
        return new(GenerativeInputs.MeanOfSample(tape, tape.Square(tape.Subtract(inputs["prediction"], velocity))));
    }
}

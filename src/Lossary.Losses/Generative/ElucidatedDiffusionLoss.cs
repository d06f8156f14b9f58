using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The squared error of denoised samples, weighed so that each level of noise counts alike at the start.
/// </summary>
/// <remarks>
/// <code>
/// L = (σ² + s²) / (σ s)² · mean (p − x₀)²
/// </code>
/// Reference: T. Karras et al., Elucidating the Design Space of Diffusion-Based Generative Models, 2022,
/// arXiv:2206.00364.
/// </remarks>
/// <param name="dataSpread">The data's standard deviation; positive.</param>
public readonly struct ElucidatedDiffusionLoss(double dataSpread) : IGraphLoss<ElucidatedDiffusionLoss>, IDocumentedLoss
{
    private static readonly ParameterCard DataSpreadCard = new(
        "data-spread", "s", 0.5, Domain.Positive, "the data's standard deviation");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "edm",
        Title = "EDM weighting",
        Use = "Training a denoiser over continuous levels of noise.",
        Avoid = "Noise comes in numbered steps with a fixed schedule: noise-prediction or min-snr.",
        Reference = "T. Karras et al., Elucidating the Design Space of Diffusion-Based Generative Models, 2022, "
            + "arXiv:2206.00364",
        Latex = @"\frac{\sigma^2 + s^2}{(\sigma s)^2} \overline{(p - x_0)^2}",
        Aliases = ["edm-weighting"],
        Names = new() { Chinese = "EDM 加权损失" },
        Tasks = LossTask.Generation,
        Parameters = [DataSpreadCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "p", InputKind.Real, "n, …", "what the network says") { IsDifferentiable = true },
        new("sample", "x_0", InputKind.Real, "n, …", "the clean sample"),
        new("spread", @"\sigma", InputKind.Positive, "n", "the noise's standard deviation"),
    ];

    /// <summary>The data's standard deviation.</summary>
    public Parameter DataSpread { get; } = DataSpreadCard.Bind(dataSpread);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> errors = tape.Square(tape.Subtract(inputs["prediction"], inputs["sample"]));
        Tensor<T> weights = GenerativeInputs.Weights(tape, inputs["spread"], WeightOf(DataSpread.Value));
        return new(tape.Multiply(GenerativeInputs.MeanOfSample(tape, errors), weights));
    }

    private static Func<double, double> WeightOf(double data) =>
        spread => (1 / (data * data)) + (1 / (spread * spread));
}

using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The squared error of predicted noise, steps of little noise weighed down by a power.</summary>
/// <remarks>
/// <code>
/// L = (k + r)^(−γ) · mean (p − t)²     of the noise
/// </code>
/// A sample's mean over its numbers; the step's weight is a constant. Reference: J. Choi et al., Perception Prioritized
/// Training of Diffusion Models, 2022, arXiv:2204.00227.
/// </remarks>
/// <param name="gamma">The power; not negative.</param>
/// <param name="offset">What is added to the ratio; positive.</param>
public readonly struct PerceptualPriorityLoss(double gamma, double offset)
    : IGraphLoss<PerceptualPriorityLoss>, IDocumentedLoss
{
    private static readonly ParameterCard GammaCard = new("gamma", @"\gamma", 1, Domain.NonNegative, "the power");

    private static readonly ParameterCard OffsetCard = new(
        "offset", "k", 1, Domain.Positive, "what is added to the ratio");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "p2-weighting",
        Title = "perception-prioritised weighting (P2)",
        Use = "Training a diffusion that cares for what an eye sees.",
        Avoid = "Likelihood is judged, or data are no images: min-snr or noise-prediction.",
        Reference = "J. Choi et al., Perception Prioritized Training of Diffusion Models, 2022, arXiv:2204.00227",
        Latex = @"\frac{\overline{(p - t)^2}}{(k + r)^{\gamma}}",
        Aliases = ["p2"],
        Names = new() { Chinese = "P2 加权损失" },
        Tasks = LossTask.Generation,
        Parameters = [GammaCard, OffsetCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => StepWeights.Inputs;

    /// <summary>The power.</summary>
    public Parameter Gamma { get; } = GammaCard.Bind(gamma);

    /// <summary>What is added to the ratio.</summary>
    public Parameter Offset { get; } = OffsetCard.Bind(offset);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
            StepWeights.Terms(tape, inputs, WeightOf(Gamma.Value, Offset.Value));

    private static Func<double, double> WeightOf(double gamma, double offset) =>
        ratio => Math.Pow(offset + ratio, -gamma);
}

using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Cross entropy of mixed labelled samples, and squared distance of mixed unlabelled ones to guessed labels.
/// </summary>
/// <remarks>
/// <code>
/// L = CE(z, t) + λ Σₐ Σⱼ (p′ₐⱼ − qₐⱼ)² / (m k)
/// </code>
/// with m unlabelled rows for each labelled one. How labels are guessed, sharpened and mixed stands in
/// <see cref="MixMatchSteps"/>; let λ rise from 0 over the first steps. Squares are bounded: a wrong guess costs
/// little. Reference: D. Berthelot, N. Carlini, I. Goodfellow, N. Papernot, A. Oliver, C. Raffel, MixMatch: A Holistic
/// Approach to Semi-Supervised Learning, 2019, arXiv:1905.02249.
/// </remarks>
/// <param name="weight">What the unlabelled samples weigh; not negative.</param>
public readonly struct MixMatchLoss(double weight) : IGraphLoss<MixMatchLoss>, IDocumentedLoss
{
    private static readonly ParameterCard WeightCard = new(
        "weight", @"\lambda", 75, Domain.NonNegative, "what the unlabelled samples weigh");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "mixmatch",
        Title = "MixMatch",
        Use = "Few labels, many samples that can be mixed: images, spectra, tables of numbers.",
        Avoid = "Samples cannot be mixed, or unlabelled ones hold other classes: guesses are then confidently wrong.",
        Reference = "D. Berthelot, N. Carlini, I. Goodfellow, N. Papernot, A. Oliver, C. Raffel, MixMatch: A Holistic "
            + "Approach to Semi-Supervised Learning, 2019, arXiv:1905.02249",
        Latex = @"\operatorname{CE}(z, t) + \frac{\lambda}{m k} \sum_a \sum_j (p'_{aj} - q_{aj})^2",
        Names = new() { Chinese = "MixMatch半监督损失" },
        Tasks = LossTask.None,
        Parameters = [WeightCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("labelled", "z", InputKind.Real, "n, k", "the logits of the mixed labelled samples")
        {
            IsDifferentiable = true,
        },
        new("shares", "t", InputKind.Shares, "n, k", "their mixed labels"),
        new(
            "unlabelled", "z'", InputKind.Real, "n, m, k",
            "the logits of the mixed unlabelled samples, m for each labelled one")
        {
            IsDifferentiable = true,
        },
        new("guesses", "q", InputKind.Shares, "n, m, k", "their mixed guessed labels, held constant"),
    ];

    /// <summary>What the unlabelled samples weigh.</summary>
    public Parameter Weight { get; } = WeightCard.Bind(weight);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> entropy = BatchInputs.CrossEntropy(tape, inputs["shares"], inputs["labelled"]);
        Tensor<T> gap = tape.Subtract(tape.Softmax(inputs["unlabelled"]), inputs["guesses"]);
        Tensor<T> distance = tape.Mean(tape.Square(gap), [-2, -1]);
        return new(tape.Add(entropy, tape.Scale(distance, Weight.Value)));
    }
}

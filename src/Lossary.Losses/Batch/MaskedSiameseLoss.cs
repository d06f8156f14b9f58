using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A masked view is to be assigned to the prototypes of the whole one, all prototypes used alike on average.
/// </summary>
/// <remarks>
/// <code>
/// L = −mean Σₖ tₖ ln pₖ + λ Σₖ p̄ₖ ln p̄ₖ        t: the target's assignment to the power of 1/T, normalised
/// </code>
/// Scores are the cosines with the prototypes; everything stays a logarithm, so that no probability underflows. One
/// number for the whole batch; no gradient flows to the target. Reference: M. Assran et al., "Masked Siamese Networks
/// for Label-Efficient Learning", ECCV 2022, arXiv:2204.07141.
/// </remarks>
/// <param name="temperature">What scores are divided by; positive.</param>
/// <param name="sharpening">What the target's temperature is multiplied by; positive.</param>
/// <param name="evenness">What the uneven use of prototypes weighs; not negative.</param>
public readonly struct MaskedSiameseLoss(double temperature, double sharpening, double evenness)
    : IGraphLoss<MaskedSiameseLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 0.1, Domain.Positive, "what scores are divided by");

    private static readonly ParameterCard SharpeningCard = new(
        "sharpening", @"T", 0.25, Domain.Positive, "what the target's temperature is multiplied by");

    private static readonly ParameterCard EvennessCard = new(
        "evenness", @"\lambda", 1, Domain.NonNegative, "what the uneven use of prototypes weighs");

    private readonly Parameter _temperature = TemperatureCard.Bind(temperature);
    private readonly Parameter _sharpening = SharpeningCard.Bind(sharpening);
    private readonly Parameter _evenness = EvennessCard.Bind(evenness);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "msn",
        Title = "masked siamese",
        Use = "Representations without labels by masking, for tasks with very few labels.",
        Avoid = "Data whose groups differ much in size: the even use of prototypes is wrong for it.",
        Reference = "M. Assran, M. Caron, I. Misra, P. Bojanowski, F. Bordes, P. Vincent, A. Joulin, M. Rabbat, "
            + "N. Ballas, Masked Siamese Networks for Label-Efficient Learning, 2022, arXiv:2204.07141",
        Latex = @"-\frac{1}{n} \sum_i \sum_k t_{ik} \ln p_{ik} + \lambda \sum_k \bar p_k \ln \bar p_k",
        Names = new() { Chinese = "掩码孪生网络损失" },
        Translations =
        [
            new(
                "lightly.loss.MSNLoss(temperature=0.1, regularization_weight=1.0)",
                "msn:temperature={temperature},evenness={regularization_weight}",
                "targets pass Sinkhorn's rounds there"),
        ],
        Tasks = LossTask.SelfSupervised,
        Parameters = [TemperatureCard, SharpeningCard, EvennessCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("anchor", "a", InputKind.Real, "n, k", "the scores of the masked view with each prototype")
        {
            IsDifferentiable = true,
        },
        new("target", "t", InputKind.Real, "n, k", "the scores of the whole view, held still"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> logits = tape.Scale(inputs["anchor"], 1 / _temperature.Value);
        Tensor<T> target = tape.Softmax(tape.Scale(inputs["target"], 1 / (_temperature.Value * _sharpening.Value)));
        Tensor<T> apart = tape.Mean(BatchInputs.CrossEntropy(tape, target, logits));

        // ln p̄ from the logarithms of the shares.
        Tensor<T> logarithms = tape.LogSoftmax(logits);
        Tensor<T> average = tape.Shift(tape.LogSumExp(logarithms, [0]), -Math.Log(logits.Shape[0]));
        Tensor<T> order = tape.Sum(tape.Multiply(tape.Exp(average), average));
        return new(tape.Add(apart, tape.Scale(order, _evenness.Value)));
    }
}

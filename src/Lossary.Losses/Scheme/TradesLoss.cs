using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy on clean samples, and how far an attack moves the answer.</summary>
/// <remarks>
/// <code>
/// L = CE(z, y) + β KL(softmax(z) ‖ softmax(z′))
/// </code>
/// The attack is the caller's: a few steps uphill on the divergence. Reference: H. Zhang et al., Theoretically
/// Principled Trade-off between Robustness and Accuracy, 2019, arXiv:1901.08573.
/// </remarks>
/// <param name="beta">What robustness weighs; not negative.</param>
public readonly struct TradesLoss(double beta) : IGraphLoss<TradesLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 6, Domain.NonNegative, "the price of accuracy: what robustness weighs");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "trades",
        Title = "TRADES",
        Use = "A classifier that is to keep its answer under attack, at a price in accuracy that is chosen.",
        Avoid = "No attack is to be feared: it gives up accuracy and multiplies the cost of a step.",
        Reference = "H. Zhang et al., Theoretically Principled Trade-off between Robustness and Accuracy, 2019, "
            + "arXiv:1901.08573",
        Latex = @"\operatorname{CE}(z, y) + \beta \operatorname{KL}(\sigma(z) \,\|\, \sigma(z'))",
        Names = new() { Chinese = "TRADES对抗训练损失" },
        Tasks = LossTask.None,
        Parameters = [BetaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("clean", "z", InputKind.Real, "n, k", "the logits of the samples") { IsDifferentiable = true },
        new("adversarial", "z'", InputKind.Real, "n, k", "the logits of the attacked samples")
        {
            IsDifferentiable = true,
        },
        new("target", "y", InputKind.ClassNumber, "n", "the true class") { Below = "k" },
    ];

    /// <summary>What robustness weighs.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> clean = tape.LogSoftmax(inputs["clean"]), adversarial = tape.LogSoftmax(inputs["adversarial"]);
        Tensor<T> hard = tape.CrossEntropyRows(inputs["clean"], inputs.Whole(tape, "target"));
        return new(tape.Add(hard, tape.Scale(tape.KullbackLeiblerRows(clean, adversarial), Beta.Value)));
    }
}

using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy on clean and on attacked samples, and a pull of the two answers towards each other.</summary>
/// <remarks>
/// <code>
/// L = ½ (CE(z, y) + CE(z′, y)) + λ Σⱼ (zⱼ − z′ⱼ)² / k
/// </code>
/// The attack is the caller's. What it gains withstands weak attacks and not strong ones: judge it by many steps.
/// Reference: H. Kannan, A. Kurakin, I. Goodfellow, Adversarial Logit Pairing, 2018, arXiv:1803.06373.
/// </remarks>
/// <param name="weight">What the pull weighs; not negative.</param>
public readonly struct LogitPairingLoss(double weight) : IGraphLoss<LogitPairingLoss>, IDocumentedLoss
{
    private static readonly ParameterCard WeightCard = new(
        "weight", @"\lambda", 0.5, Domain.NonNegative, "what the pull of the two answers weighs");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "logit-pairing",
        Title = "adversarial logit pairing",
        Use = "A classifier that is to answer alike to a sample and to an attacked copy of it.",
        Avoid = "Strong attacks are feared: trades holds out better.",
        Reference = "H. Kannan, A. Kurakin, I. Goodfellow, Adversarial Logit Pairing, 2018, arXiv:1803.06373",
        Latex = @"\tfrac{1}{2} \left(\operatorname{CE}(z, y) + \operatorname{CE}(z', y)\right) + \frac{\lambda}{k} "
            + @"\sum_j (z_j - z'_j)^2",
        Aliases = ["alp"],
        Names = new() { Chinese = "对抗逻辑配对损失" },
        Tasks = LossTask.None,
        Parameters = [WeightCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => TradesLoss.Inputs;

    /// <summary>What the pull weighs.</summary>
    public Parameter Weight { get; } = WeightCard.Bind(weight);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] target = inputs.Whole(tape, "target");
        Tensor<T> hard = tape.Add(
            tape.CrossEntropyRows(inputs["clean"], target), tape.CrossEntropyRows(inputs["adversarial"], target));
        Tensor<T> apart = tape.Mean(tape.Square(tape.Subtract(inputs["clean"], inputs["adversarial"])), [-1]);
        return new(tape.Add(tape.Scale(hard, 0.5), tape.Scale(apart, Weight.Value)));
    }
}

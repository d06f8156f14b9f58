using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// BPR-max: the chance that the chosen item is above the best of the drawn ones, and a price on high scores.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln Σⱼ softmaxⱼ(s) σ(p − sⱼ) + λ Σⱼ softmaxⱼ(s) sⱼ²
/// </code>
/// The sum is computed in logarithms: it does not vanish where all drawn items are far above. Reference: B. Hidasi,
/// A. Karatzoglou, Recurrent Neural Networks with Top-k Gains for Session-based Recommendations, 2018,
/// arXiv:1706.03847.
/// </remarks>
/// <param name="regularisation">What high scores of drawn items cost; not negative.</param>
public readonly struct BayesianMaximumLoss(double regularisation) : IGraphLoss<BayesianMaximumLoss>, IDocumentedLoss
{
    private static readonly ParameterCard RegularisationCard = new(
        "regularisation", @"\lambda", 1, Domain.NonNegative, "what high scores of drawn items cost");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "bpr-max",
        Title = "BPR-max",
        Use = "Recommendation from choices, with many items drawn to each: the best of them leads.",
        Avoid = "One negative each: it is bpr with a penalty.",
        Reference = "B. Hidasi, A. Karatzoglou, Recurrent Neural Networks with Top-k Gains for Session-based "
            + "Recommendations, 2018, arXiv:1706.03847",
        Latex = @"-\ln \sum_j \operatorname{softmax}_j(s) \, \sigma(p - s_j) + \lambda \sum_j "
            + @"\operatorname{softmax}_j(s) \, s_j^2",
        Names = new() { Chinese = "BPR-max排序损失" },
        Tasks = LossTask.Ranking,
        Parameters = [RegularisationCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => SampledItems.Scores;

    /// <summary>What high scores of drawn items cost.</summary>
    public Parameter Regularisation { get; } = RegularisationCard.Bind(regularisation);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> drawn = inputs["negatives"];
        Tensor<T> chosen = tape.Reshape(inputs["positive"], new Shape(drawn.Shape[0], 1));
        Tensor<T> above = tape.Activate(tape.Subtract(chosen, drawn), Activation.LogSigmoid);
        Tensor<T> chance = tape.LogSumExp(tape.Add(tape.LogSoftmax(drawn), above), [-1]);
        Tensor<T> size = tape.Sum(tape.Multiply(tape.Softmax(drawn), tape.Square(drawn)), [-1]);
        return new(tape.Subtract(tape.Scale(size, Regularisation.Value), chance));
    }
}

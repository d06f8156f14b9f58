using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>TOP1-max: how far drawn items outrank the chosen one, those with the highest scores above all.</summary>
/// <remarks>
/// <code>
/// L = Σⱼ softmaxⱼ(s) (σ(sⱼ − p) + σ(sⱼ²))
/// </code>
/// The second part keeps scores near 0. Weighing by the softmax keeps the gradient from vanishing with many negatives.
/// Reference: B. Hidasi, A. Karatzoglou, Recurrent Neural Networks with Top-k Gains for Session-based Recommendations,
/// 2018, arXiv:1706.03847.
/// </remarks>
public readonly struct TopOneMaximumLoss : IGraphLoss<TopOneMaximumLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "top1-max",
        Title = "TOP1-max",
        Use = "Recommendation within sessions, many negatives to each chosen item.",
        Avoid = "One negative each: bpr is simpler. bpr-max is often better still.",
        Reference = "B. Hidasi, A. Karatzoglou, Recurrent Neural Networks with Top-k Gains for Session-based "
            + "Recommendations, 2018, arXiv:1706.03847",
        Latex = @"\sum_j \operatorname{softmax}_j(s) \left(\sigma(s_j - p) + \sigma(s_j^2)\right)",
        Names = new() { Chinese = "TOP1-max排序损失" },
        Tasks = LossTask.Ranking,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => SampledItems.Scores;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsBounded = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> drawn = inputs["negatives"];
        Tensor<T> chosen = tape.Reshape(inputs["positive"], new Shape(drawn.Shape[0], 1));
        Tensor<T> ahead = tape.Sigmoid(tape.Subtract(drawn, chosen)), size = tape.Sigmoid(tape.Square(drawn));
        return new(tape.Sum(tape.Multiply(tape.Softmax(drawn), tape.Add(ahead, size)), [-1]));
    }
}

using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>1 − the agreement beyond chance of ordered classes, in which an error counts by its square.</summary>
/// <remarks>
/// <code>
/// L = Σ (yᵢ − k)² pᵢₖ / (Σ over rows and columns of (yᵢ − k)² pⱼₖ / n) = 1 − κ
/// </code>
/// The sum above runs over the batch, that below over all pairs of a row's label and another's prediction. One term for
/// the batch; 0 where all labels and predictions are one class. Reference: J. de la Torre, D. Puig, A. Valls, "Weighted
/// Kappa Loss Function for Multi-Class Classification of Ordinal Data in Deep Learning", Pattern Recognition Letters
/// 105 (2018), doi:10.1016/j.patrec.2017.05.018.
/// </remarks>
public readonly struct QuadraticWeightedKappaLoss : IGraphLoss<QuadraticWeightedKappaLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "quadratic-weighted-kappa",
        Title = "quadratic weighted kappa",
        Use = "Ordered classes judged by the quadratic weighted kappa, after other training.",
        Avoid = "Small batches, whose chance agreement is noise. Take ranked-probability.",
        Reference = "J. de la Torre, D. Puig, A. Valls, Weighted Kappa Loss Function for Multi-Class "
            + "Classification of Ordinal Data in Deep Learning, 2018, "
            + "doi:10.1016/j.patrec.2017.05.018",
        Latex = @"1 - \kappa = \frac{\sum_{ik} (y_i - k)^2 p_{ik}}{\frac{1}{n} \sum_{ijk} (y_i - k)^2 "
            + @"p_{jk}}",
        Aliases = ["cohen-kappa", "weighted-kappa"],
        Names = new() { Chinese = "二次加权卡帕损失" },
        Tasks = LossTask.Ordinal,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logit", "z", InputKind.Real, "n, k", "the logit of each class") { IsDifferentiable = true },
        new("label", "y", InputKind.ClassNumber, "n", "the class") { Below = "k" },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int classes = inputs.Extent("k");
        int[] labels = inputs.Whole(tape, "label");
        Tensor<T> own = tape.Rent(new Shape(labels.Length, classes)),
            chance = tape.Rent(new Shape(labels.Length, classes));
        for (int i = 0; i < own.Shape.Length; i++)
        {
            double sum = 0;
            int k = i % classes, label = labels[i / classes];
            for (int row = 0; row < labels.Length && i < classes; row++)
            {
                sum += (double)(labels[row] - k) * (labels[row] - k) / labels.Length;
            }

            own.Values[i] = T.CreateTruncating((double)(label - k) * (label - k));
            chance.Values[i] = i < classes ? T.CreateTruncating(sum) : chance.Values[k];
        }

        Tensor<T> shares = tape.Softmax(inputs["logit"], 1);
        Tensor<T> observed = tape.Sum(tape.Multiply(shares, own)), expected = tape.Sum(tape.Multiply(shares, chance));
        return new(tape.Formula(default(RatioOrZero), observed, expected));
    }
}

using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Cross entropy in which a class weighs the less the more rows of it there are, by the effective number of its
/// samples.
/// </summary>
/// <remarks>
/// <code>
/// L = w_y (ln Σₖ exp(zₖ) − z_y)
/// wₖ = (1 − β) / (1 − β^nₖ), scaled so that they sum to the number of classes
/// </code>
/// β = 0 weighs all alike, β → 1 by 1/n. A class without rows weighs as one with a single row. Reference: Y. Cui, M.
/// Jia, T.-Y. Lin, Y. Song, S. Belongie, "Class-Balanced Loss Based on Effective Number of Samples", CVPR 2019,
/// arXiv:1901.05555.
/// </remarks>
/// <param name="beta">β: what a further row of a class adds, to one row; in [0, 1).</param>
public readonly struct ClassBalancedLoss(double beta) : IGraphLoss<ClassBalancedLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 0.999, new Domain(0, 1, true, false), "what a further row of a class adds, to one row");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "class-balanced",
        Title = "class-balanced cross entropy",
        Use = "Several classes of which some have ten to a hundred times as many rows as others, when all count alike.",
        Avoid = "Probabilities are wanted: they are those of balanced classes. Take cross entropy.",
        Reference = "Y. Cui et al., Class-Balanced Loss Based on Effective Number of Samples, 2019, arXiv:1901.05555",
        Latex = @"w_y \left(\ln \sum_k e^{z_k} - z_y\right), \quad w_k \propto \frac{1-\beta}{1-\beta^{n_k}}",
        Names = new() { Chinese = "类别平衡交叉熵" },
        Tasks = LossTask.MultiClass,
        Link = Link.Softmax,
        Parameters = [BetaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [ClassCards.Scores, ClassCards.Targets, ClassCards.Counts];

    /// <summary>What a further row of a class adds, to one row.</summary>
    public double Beta { get; } = BetaCard.Bind(beta).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RowOperation.OfClasses(
            tape, inputs, new Formula(Weights(ClassCards.Numbers(tape, inputs, ClassCards.Counts.Name))));

    /// <summary>1 − β^n by n ln β, which keeps its digits where β is near 1.</summary>
    private double[] Weights(double[] counts)
    {
        double[] weights = new double[counts.Length];
        for (int k = 0; k < weights.Length; k++)
        {
            weights[k] = -1 / RealFunctions.ExpM1(Math.Max(1, counts[k]) * RealFunctions.Log(Beta));
        }

        double scale = weights.Length / Sums.Sum(weights);
        return [.. weights.Select(weight => scale * weight)];
    }

    /// <summary>One row.</summary>
    private readonly struct Formula(double[] weights) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            double weight = weights[row.Target];
            double value = weight * RowSoftmax.CrossEntropy(row.Scores, row.Target, gradient);
            foreach (ref double slope in gradient)
            {
                slope *= weight;
            }

            return value;
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T> =>
            rows.Tape.Multiply(rows.ByTarget(weights), rows.CrossEntropy(rows.Scores));
    }
}

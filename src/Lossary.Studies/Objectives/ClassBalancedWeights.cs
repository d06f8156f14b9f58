namespace Lossary.Studies;

/// <summary>Weights rows by the inverse of their class's effective number of rows.</summary>
/// <remarks>
/// The weight of a class of n rows is (1 − β) / (1 − βⁿ), divided by the mean over the classes: β = 0 weights nothing,
/// β near 1 weights by 1/n. Reference: Y. Cui, M. Jia, T.-Y. Lin, Y. Song, S. Belongie, "Class-Balanced Loss Based on
/// Effective Number of Samples", CVPR 2019, arXiv:1901.05555.
/// </remarks>
/// <param name="beta">In [0, 1).</param>
public sealed class ClassBalancedWeights(double beta) : ClassAdjustment(TheCard, beta)
{
    internal static AdjustmentCard TheCard { get; } = new(
        "class-balanced",
        "class-balanced",
        "Rare classes that must be found: it moves predictions towards them and gives up calibrated probabilities.",
        "Y. Cui et al., Class-Balanced Loss Based on Effective Number of Samples, 2019, arXiv:1901.05555",
        new(
            "beta", @"\beta", 0.999, new(0, 1, true, false),
            "how far rows of a class stand for each other: 0 for not at all"));

    /// <inheritdoc/>
    /// <remarks>A class without rows has the weight 0 and takes no part in the mean.</remarks>
    public override double[] WeightsOf(ReadOnlySpan<int> counts)
    {
        double[] weights = new double[counts.Length];
        double sum = 0;
        int present = 0;
        for (int k = 0; k < weights.Length; k++)
        {
            if (counts[k] > 0)
            {
                weights[k] = (1 - Value) / (1 - Math.Pow(Value, counts[k]));
                sum += weights[k];
                present++;
            }
        }

        for (int k = 0; k < weights.Length; k++)
        {
            weights[k] *= present / sum;
        }

        return weights;
    }
}

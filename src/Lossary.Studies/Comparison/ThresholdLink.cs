using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Training;
using MathNet.Numerics.Distributions;

namespace Lossary.Studies;

/// <summary>
/// Losses of ordered classes that cut one score at thresholds, learned for all rows alike: cumulative link models.
/// </summary>
internal static class ThresholdLink
{
    /// <summary>
    /// The probability that a class is above a threshold, by how far the threshold is above the score.
    /// </summary>
    private static readonly Dictionary<string, Func<double, double>> s_above = new()
    {
        ["cumulative-link"] = distance => RealFunctions.Sigmoid(-distance),
        ["cumulative-probit"] = distance => Normal.CDF(0, 1, -distance),
        ["cumulative-cloglog"] = distance => RealFunctions.Exp(-RealFunctions.Exp(distance)),
    };

    /// <summary>Whether a loss is one.</summary>
    public static bool Is(ILoss loss) => s_above.ContainsKey(loss.Card.Key);

    /// <summary>A score for each row, and the thresholds.</summary>
    /// <param name="classes">How many there are.</param>
    public static ArrayRoles RolesOf(int classes) =>
        new() { Outputs = ["score"], Targets = ["level"], Shared = "cut", SharedCount = classes - 1 };

    /// <summary>Cuts that part the classes as often as they came, where no score tells anything yet.</summary>
    /// <param name="counts">Rows of each class, in order.</param>
    public static double[] CutsOf(IReadOnlyList<int> counts)
    {
        const double Half = 0.5;
        double[] cuts = new double[counts.Count - 1];
        double all = counts.Sum() + (Half * counts.Count), below = 0, last = 0;
        for (int k = 0; k < cuts.Length; k++)
        {
            below += counts[k] + Half;
            double threshold = Math.Log(below / (all - below));
            cuts[k] = k == 0 ? threshold : Math.Log(RealFunctions.ExpM1(threshold - last));
            last = threshold;
        }

        return cuts;
    }

    /// <summary>For each threshold, in order, the probability that the class is above it.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="outputs">The score and the cuts of a row.</param>
    public static IEnumerable<double> Above(ILoss loss, ReadOnlyMemory<float> outputs)
    {
        Func<double, double> above = s_above[loss.Card.Key];
        double threshold = 0;
        for (int k = 1; k < outputs.Length; k++)
        {
            double cut = outputs.Span[k];
            threshold = k == 1 ? cut : threshold + RealFunctions.Softplus(cut);
            yield return above(threshold - outputs.Span[0]);
        }
    }
}

using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Probabilities [(α − 1) z − τ]₊^(1/(α − 1)) with τ such that they sum to 1.</summary>
internal static class Entmax
{
    /// <summary>Writes the probabilities, which sum to 1 but for rounding.</summary>
    /// <param name="scores">Shape [classes].</param>
    /// <param name="less">α − 1.</param>
    /// <param name="probabilities">Shape [classes].</param>
    /// <param name="threshold">τ, counted from (α − 1) times the largest score.</param>
    /// <returns>Their sum.</returns>
    public static double Probabilities(
        ReadOnlySpan<double> scores, double less, Span<double> probabilities, out double threshold)
    {
        double largest = double.NegativeInfinity;
        foreach (double score in scores)
        {
            largest = Math.Max(largest, score);
        }

        // At τ = (α − 1) largest − 1 the largest alone has probability 1; at 0 above the floor none of K has 1/K.
        double low = -1, high = -RealFunctions.Exp(less * -RealFunctions.Log((double)scores.Length));
        for (int step = 0; step < 100 && low < high; step++)
        {
            double middle = low + (0.5 * (high - low));
            bool isTooLow = Spread(scores, largest, less, middle, probabilities) >= 1;
            if (middle == low || middle == high)
            {
                break;
            }

            low = isTooLow ? middle : low;
            high = isTooLow ? high : middle;
        }

        threshold = low;
        return Spread(scores, largest, less, low, probabilities);
    }

    /// <summary>The Fenchel-Young loss of rows of classes by small operations, for second derivatives.</summary>
    /// <remarks>
    /// <code>
    /// L = (τ + 1/α)/(α − 1) + 1/α Σ [(α − 1) z − τ]₊^(α/(α − 1)) − z of the target
    /// </code>
    /// is least in τ where the probabilities sum to 1. So τ's first derivative gives L's second: that of one Newton
    /// step, 0 by value, from τ as it is.
    /// </remarks>
    /// <param name="rows">The rows.</param>
    /// <param name="alpha">α, above 1.</param>
    public static Tensor<T> Compose<T>(RowTensors<T> rows, double alpha)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tape<T> tape = rows.Tape;
        double less = alpha - 1;
        (Tensor<T> thresholds, Tensor<T> slopes) = Thresholds(rows, less);
        Tensor<T> scaled = tape.Scale(rows.Scores, less), above = tape.Subtract(scaled, thresholds);
        Tensor<T> sums = tape.Sum(tape.Formula(new RaisedOrZero(1 / less), above), [-1], keepDimensions: true);
        Tensor<T> roots = tape.Add(thresholds, tape.Multiply(tape.Shift(sums, -1), slopes));
        Tensor<T> powers = rows.Sum(tape.Formula(new RaisedOrZero(alpha / less), tape.Subtract(scaled, roots)));
        Tensor<T> shift = tape.Scale(tape.Reshape(tape.Shift(roots, 1 / alpha), powers.Shape), 1 / less);
        return tape.Subtract(tape.Add(shift, tape.Scale(powers, 1 / alpha)), rows.OfTarget(rows.Scores));
    }

    /// <summary>Each row's τ, and τ's derivative by the sum of the probabilities, both constant, [n, 1].</summary>
    private static (Tensor<T> Thresholds, Tensor<T> Slopes) Thresholds<T>(RowTensors<T> rows, double less)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = rows.Scores.Shape[0];
        Tensor<T> thresholds = rows.Tape.Rent(new Shape(n, 1)), slopes = rows.Tape.Rent(new Shape(n, 1));
        double[] scores = new double[rows.Classes], p = new double[rows.Classes];
        for (int row = 0; row < n; row++)
        {
            double largest = double.NegativeInfinity, slope = 0;
            for (int k = 0; k < scores.Length; k++)
            {
                scores[k] = double.CreateTruncating(rows.Scores.Values[(row * scores.Length) + k]);
                largest = Math.Max(largest, scores[k]);
            }

            Probabilities(scores, less, p, out double threshold);
            foreach (double share in p)
            {
                slope += share > 0 ? RealFunctions.Exp((1 - less) * RealFunctions.Log(share)) / less : 0;
            }

            thresholds.Values[row] = T.CreateTruncating(threshold + (less * largest));
            slopes.Values[row] = T.CreateTruncating(1 / slope);
        }

        return (thresholds, slopes);
    }

    /// <summary>
    /// Writes the probabilities at a threshold that is counted from the largest score; returns their sum.
    /// </summary>
    private static double Spread(
        ReadOnlySpan<double> scores, double largest, double less, double threshold, Span<double> probabilities)
    {
        double sum = 0;
        for (int k = 0; k < scores.Length; k++)
        {
            double x = (less * (scores[k] - largest)) - threshold;
            double p = x <= 0 ? 0 : RealFunctions.Exp(RealFunctions.Log(x) / less);
            probabilities[k] = p;
            sum += p;
        }

        return sum;
    }
}

using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Logarithm and exponential with a temperature, which at 1 are the usual ones.</summary>
internal static class Tempered
{
    /// <summary>(x^(1 − t) − 1) / (1 − t); ln x at t = 1.</summary>
    public static double Log(double x, double t)
    {
        double log = RealFunctions.Log(x);
        return t == 1 ? log : RealFunctions.ExpM1((1 - t) * log) / (1 - t);
    }

    /// <summary>The inverse of <see cref="Log"/>.</summary>
    public static double Exp(double x, double t)
    {
        double root = (1 - t) * x;
        return t == 1 ? RealFunctions.Exp(x) : root <= -1 ? 0 : RealFunctions.Exp(RealFunctions.Log1P(root) / (1 - t));
    }

    /// <summary>x to a power, for x ≥ 0.</summary>
    public static double Power(double x, double exponent) =>
        exponent == 0 ? 1 : exponent == 1 ? x : RealFunctions.Exp(exponent * RealFunctions.Log(x));

    /// <summary>exp_t(z − λ) with λ such that they sum to 1.</summary>
    public static void Probabilities(ReadOnlySpan<double> scores, double t, Span<double> probabilities)
    {
        if (t == 1)
        {
            RowSoftmax.Probabilities(scores, probabilities);
            return;
        }

        double largest = double.NegativeInfinity;
        foreach (double score in scores)
        {
            largest = Math.Max(largest, score);
        }

        // At λ = the largest score one class alone has probability 1; at the other end none has more than 1/K.
        double low = 0, high = -Log(1.0 / scores.Length, t), sum = 1;
        for (int step = 0; step < 200; step++)
        {
            double middle = low + (0.5 * (high - low));
            sum = Spread(scores, largest, middle, t, probabilities);
            if (middle == low || middle == high)
            {
                break;
            }

            low = sum >= 1 ? middle : low;
            high = sum >= 1 ? high : middle;
        }

        foreach (ref double p in probabilities)
        {
            p /= sum;
        }
    }

    /// <summary>The probabilities of rows of scores by small operations, for second derivatives.</summary>
    /// <remarks>
    /// From λ as it is, two steps Σ p − 1 over Σ pᵗ, which is held: 0 by value, and λ's first and second derivatives by
    /// theirs.
    /// </remarks>
    public static Tensor<T> Probabilities<T>(Tape<T> tape, Tensor<T> scores, double t)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = scores.Shape[0], classes = scores.Shape[1];
        Tensor<T> thresholds = tape.Rent(new Shape(rows, 1)), slopes = tape.Rent(new Shape(rows, 1));
        double[] row = new double[classes], p = new double[classes];
        for (int i = 0; i < rows; i++)
        {
            int top = 0;
            double slope = 0;
            for (int k = 0; k < classes; k++)
            {
                row[k] = double.CreateTruncating(scores.Values[(i * classes) + k]);
                top = row[k] > row[top] ? k : top;
            }

            Probabilities(row, t, p);
            foreach (double share in p)
            {
                slope += Power(share, t);
            }

            thresholds.Values[i] = T.CreateTruncating(row[top] - Log(p[top], t));
            slopes.Values[i] = T.CreateTruncating(1 / slope);
        }

        Tensor<T> above = tape.Subtract(scores, thresholds);
        TemperedExponential exponential = new(t);
        for (int step = 0; step < 2; step++)
        {
            Tensor<T> excess = tape.Shift(tape.Sum(tape.Formula(exponential, above), [-1], keepDimensions: true), -1);
            above = tape.Subtract(above, tape.Multiply(excess, slopes));
        }

        return tape.Formula(exponential, above);
    }

    private static double Spread(
        ReadOnlySpan<double> scores, double largest, double shift, double t, Span<double> probabilities)
    {
        double sum = 0;
        for (int k = 0; k < scores.Length; k++)
        {
            probabilities[k] = Exp(scores[k] - largest - shift, t);
            sum += probabilities[k];
        }

        return sum;
    }
}

using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Softmax, cross entropy and their derivatives of one row, without overflow, in double precision.</summary>
internal static class RowSoftmax
{
    /// <summary>ln Σ exp(z) − z of the target; writes softmax(z) − the target's one-hot.</summary>
    public static double CrossEntropy(ReadOnlySpan<double> scores, int target, Span<double> gradient)
    {
        double others = Exponentials(scores, gradient, out int top), whole = 1 + others;
        for (int k = 0; k < gradient.Length; k++)
        {
            gradient[k] /= whole;
        }

        gradient[target] = target == top ? -(others / whole) : gradient[target] - 1;
        return scores[top] - scores[target] + RealFunctions.Log1P(others);
    }

    /// <summary>Writes ln softmax(z); returns ln Σ exp(z).</summary>
    public static double Logarithms(ReadOnlySpan<double> scores, Span<double> logarithms)
    {
        double shift = RealFunctions.Log1P(Exponentials(scores, logarithms, out int top));
        for (int k = 0; k < logarithms.Length; k++)
        {
            logarithms[k] = scores[k] - scores[top] - shift;
        }

        return scores[top] + shift;
    }

    /// <summary>Writes softmax(z); returns ln Σ exp(z).</summary>
    public static double Probabilities(ReadOnlySpan<double> scores, Span<double> probabilities)
    {
        double others = Exponentials(scores, probabilities, out int top);
        foreach (ref double p in probabilities)
        {
            p /= 1 + others;
        }

        return scores[top] + RealFunctions.Log1P(others);
    }

    /// <summary>From the derivatives by ln softmax(z) to those by z, in place.</summary>
    /// <param name="probabilities">softmax(z).</param>
    /// <param name="gradient">Read and written.</param>
    public static void Backward(ReadOnlySpan<double> probabilities, Span<double> gradient)
    {
        double sum = 0;
        foreach (double slope in gradient)
        {
            sum += slope;
        }

        for (int k = 0; k < gradient.Length; k++)
        {
            gradient[k] -= probabilities[k] * sum;
        }
    }

    /// <summary>Writes exp(z − the largest); returns their sum without the first largest.</summary>
    private static double Exponentials(ReadOnlySpan<double> scores, Span<double> exponentials, out int top)
    {
        top = 0;
        for (int k = 1; k < scores.Length; k++)
        {
            top = scores[k] > scores[top] ? k : top;
        }

        double others = 0;
        for (int k = 0; k < scores.Length; k++)
        {
            double e = RealFunctions.Exp(scores[k] - scores[top]);
            exponentials[k] = e;
            others += k == top ? 0 : e;
        }

        return others;
    }
}

using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Sums of powers in logarithms, double precision.</summary>
internal static class LogSum
{
    /// <summary>ln Σ eˣ; −∞ where all are.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        double largest = double.NegativeInfinity;
        foreach (double value in values)
        {
            largest = Math.Max(largest, value);
        }

        if (double.IsInfinity(largest))
        {
            return largest;
        }

        double sum = 0;
        foreach (double value in values)
        {
            sum += Math.Exp(value - largest);
        }

        return largest + Math.Log(sum);
    }

    /// <summary>ln(eˣ + eʸ); −∞ where both are.</summary>
    public static double Of(double x, double y)
    {
        double largest = Math.Max(x, y);
        return double.IsInfinity(largest) ? largest : largest + RealFunctions.Log1P(Math.Exp(-Math.Abs(x - y)));
    }
}

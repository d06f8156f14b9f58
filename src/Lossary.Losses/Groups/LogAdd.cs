using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Sums of numbers that are given by their logarithms.</summary>
internal static class LogAdd
{
    /// <summary>ln(eˣ + eʸ), where neither overflows.</summary>
    public static double Of(double x, double y)
    {
        double larger = Math.Max(x, y);
        return double.IsInfinity(larger) ? larger : larger + RealFunctions.Log1P(Math.Exp(Math.Min(x, y) - larger));
    }
}

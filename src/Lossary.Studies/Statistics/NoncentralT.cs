using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using MathNet.Numerics.RootFinding;

namespace Lossary.Studies;

/// <summary>Student's t about a true value that is not 0.</summary>
internal static class NoncentralT
{
    private const int Pieces = 2;
    private const int Order = 32;

    /// <summary>
    /// How many standard deviations hold all of a normal distribution that doubles can tell from none.
    /// </summary>
    private const double Reach = 9;

    /// <summary>
    /// The probability of at most <paramref name="t"/>: the mean of Φ(t·s − δ) over s, a chi variable divided by the
    /// root of its degrees of freedom.
    /// </summary>
    public static double Cdf(double t, int degrees, double noncentrality)
    {
        double half = degrees / 2.0;
        double scale = Math.Log(2) + (half * Math.Log(half)) - SpecialFunctions.GammaLn(half);
        double Density(double s) =>
            s == 0 && degrees > 1
            ? 0
            : Math.Exp(scale + (degrees == 1 ? 0 : (degrees - 1) * Math.Log(s)) - (half * s * s));
        double Integrand(double s) => Normal.CDF(0, 1, (t * s) - noncentrality) * Density(s);

        // Φ steps up within a few 1/|t| of δ/t, which may be far narrower than the density.
        double end = 1 + (Reach / Math.Sqrt(degrees));
        double step = t == 0 ? 0 : Math.Clamp(noncentrality / t, 0, end);
        double width = t == 0 ? 0 : Reach / Math.Abs(t);
        double from = Math.Max(0, step - width), to = Math.Min(end, step + width);
        return Math.Clamp(
            Integral(Integrand, 0, from) + Integral(Integrand, from, to) + Integral(Integrand, to, end), 0, 1);
    }

    /// <summary>
    /// The true value for which the probability of at most <paramref name="t"/> is <paramref name="probability"/>.
    /// </summary>
    public static double NoncentralityAt(double t, int degrees, double probability)
    {
        double span = Math.Abs(t) * (1 + (Reach / Math.Sqrt(degrees)));
        double low = Math.Min(0, t) - Reach - span, high = Math.Max(0, t) + Reach + span;
        return Brent.FindRoot(
            noncentrality => Cdf(t, degrees, noncentrality) - probability, low, high, 1e-9, 200);
    }

    private static double Integral(Func<double, double> function, double from, double to)
    {
        double sum = 0;
        for (int i = 0; i < Pieces && to > from; i++)
        {
            double piece = (to - from) / Pieces;
            sum += GaussLegendreRule.Integrate(
                function, from + (i * piece), from + ((i + 1) * piece), Order);
        }

        return sum;
    }
}

using MathNet.Numerics.Distributions;

namespace Lossary.Studies;

/// <summary>
/// The distance between the largest and the smallest of some standard normal numbers: what the farthest two of many
/// equal losses differ by.
/// </summary>
/// <remarks>
/// With infinitely many degrees of freedom, P(Q ≤ q) = k ∫ φ(z) (Φ(z) − Φ(z − q))^(k−1) dz. The trapezium rule on a
/// smooth function that vanishes at both ends is exact to rounding.
/// </remarks>
internal static class StudentizedRange
{
    private const double Reach = 9;
    private const double Step = 1.0 / 32;

    /// <summary>The probability of a range of at most <paramref name="range"/>.</summary>
    /// <param name="range">Any number.</param>
    /// <param name="count">How many normal numbers; at least 2.</param>
    public static double Cdf(double range, int count)
    {
        if (range <= 0)
        {
            return 0;
        }

        double sum = 0;
        for (double z = -Reach; z <= Reach + range; z += Step)
        {
            double inside = Normal.CDF(0, 1, z) - Normal.CDF(0, 1, z - range);
            sum += Normal.PDF(0, 1, z) * Math.Pow(inside, count - 1);
        }

        return Math.Min(1, count * sum * Step);
    }

    /// <summary>The range that is exceeded with the given probability.</summary>
    /// <param name="probability">Within (0, 1).</param>
    /// <param name="count">How many normal numbers; at least 2.</param>
    public static double Exceeded(double probability, int count)
    {
        double low = 0, high = 100;
        while (high - low > 1e-10)
        {
            double middle = (low + high) / 2;
            (low, high) = Cdf(middle, count) < 1 - probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}

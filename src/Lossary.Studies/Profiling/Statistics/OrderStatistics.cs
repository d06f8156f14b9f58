namespace Lossary.Studies;

/// <summary>Quantiles, and the spread that outliers do not move.</summary>
public static class OrderStatistics
{
    /// <summary>
    /// The standard deviation of a normal distribution over its median absolute deviation: 1/Φ⁻¹(3/4).
    /// </summary>
    private const double NormalOverMedianDeviation = 1.4826022185056018;

    /// <summary>An ascending copy.</summary>
    /// <param name="values">Shape [n].</param>
    public static double[] Sorted(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>Linear between order statistics, as NumPy's default.</summary>
    /// <param name="sorted">Shape [n], ascending; not empty.</param>
    /// <param name="level">In [0, 1].</param>
    public static double Quantile(double[] sorted, double level)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        double position = level * (sorted.Length - 1);
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>The median of ascending values.</summary>
    /// <param name="sorted">Shape [n], ascending; not empty.</param>
    public static double Median(double[] sorted) => Quantile(sorted, 0.5);

    /// <summary>1.4826 times the median size: a normal distribution's standard deviation, if its mean is 0.</summary>
    /// <param name="values">Shape [n], not empty.</param>
    public static double SpreadAboutZero(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] sizes = [.. values.Select(Math.Abs)];
        Array.Sort(sizes);
        return NormalOverMedianDeviation * Median(sizes);
    }
}

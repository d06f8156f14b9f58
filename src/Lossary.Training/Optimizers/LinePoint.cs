namespace Lossary.Training;

/// <summary>A place on the line that is searched.</summary>
/// <param name="length">How many parameters there are.</param>
internal sealed class LinePoint<T>(int length)
{
    /// <summary>How far along the direction.</summary>
    public double Step { get; set; }

    /// <summary>The objective's value.</summary>
    public double Value { get; set; }

    /// <summary>Its derivative along the line.</summary>
    public double Slope { get; set; }

    /// <summary>Its gradient, <c>[n]</c>.</summary>
    public T[] Gradient { get; } = new T[length];

    /// <summary>
    /// Where the cubic through two values and slopes is least, within bounds; their middle where it has no minimum.
    /// </summary>
    /// <remarks>J. Nocedal, S. J. Wright, Numerical Optimization, 2006, equation 3.59.</remarks>
    public static double LeastOfCubic(LinePoint<T> first, LinePoint<T> second, double low, double high)
    {
        (LinePoint<T> left, LinePoint<T> right) = first.Step <= second.Step ? (first, second) : (second, first);
        double width = right.Step - left.Step;
        double mean = left.Slope + right.Slope - (3 * ((right.Value - left.Value) / width));
        double square = (mean * mean) - (left.Slope * right.Slope);
        if (!(square >= 0))
        {
            return (low + high) / 2;
        }

        double root = Math.Sqrt(square);
        double back = (right.Slope + root - mean) / (right.Slope - left.Slope + (2 * root));
        return Math.Min(Math.Max(right.Step - (width * back), low), high);
    }
}

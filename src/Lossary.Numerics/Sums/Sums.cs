namespace Lossary.Numerics;

/// <summary>Sums, means and variances that are precise and come out with the same bits on every machine.</summary>
/// <remarks>
/// Everything is added in double precision, in a fixed order, with compensation: the error of a sum of doubles is about
/// one rounding of the result unless the terms cancel by more than ten digits. No allocation; the spans are only read.
/// </remarks>
public static partial class Sums
{
    /// <summary>Σ values; 0 for an empty span.</summary>
    /// <param name="values">The terms, <c>[n]</c>.</param>
    public static double Sum(ReadOnlySpan<float> values) => BlockSum.Of(new Numbers<float>(values));

    /// <inheritdoc cref="Sum(ReadOnlySpan{float})"/>
    public static double Sum(ReadOnlySpan<double> values) => BlockSum.Of(new Numbers<double>(values));

    /// <summary>Σ first · second; 0 for empty spans.</summary>
    /// <param name="first">The first factors, <c>[n]</c>.</param>
    /// <param name="second">The second factors, <c>[n]</c>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static double Dot(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        RequireSameLength(first.Length, second.Length);
        return BlockSum.Of(new Products<float>(first, second));
    }

    /// <inheritdoc cref="Dot(ReadOnlySpan{float}, ReadOnlySpan{float})"/>
    public static double Dot(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        RequireSameLength(first.Length, second.Length);
        return BlockSum.Of(new Products<double>(first, second));
    }

    /// <summary>Σ values / n.</summary>
    /// <param name="values">The numbers, <c>[n]</c>, at least one.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static double Mean(ReadOnlySpan<float> values)
    {
        RequireAtLeast(1, values);
        return Sum(values) / values.Length;
    }

    /// <inheritdoc cref="Mean(ReadOnlySpan{float})"/>
    public static double Mean(ReadOnlySpan<double> values)
    {
        RequireAtLeast(1, values);
        return Sum(values) / values.Length;
    }

    /// <summary>Σ (value − mean)² / n: the variance of the numbers themselves.</summary>
    /// <param name="values">The numbers, <c>[n]</c>, at least one.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static double Variance(ReadOnlySpan<float> values)
    {
        RequireAtLeast(1, values);
        return SquaredDeviations(values, Mean(values)) / values.Length;
    }

    /// <inheritdoc cref="Variance(ReadOnlySpan{float})"/>
    public static double Variance(ReadOnlySpan<double> values)
    {
        RequireAtLeast(1, values);
        return SquaredDeviations(values, Mean(values)) / values.Length;
    }

    /// <summary>
    /// Σ (value − mean)² / (n − 1): the unbiased estimate of the variance the numbers were drawn with.
    /// </summary>
    /// <param name="values">The sample, <c>[n]</c>, at least two.</param>
    /// <exception cref="ArgumentException">There are fewer.</exception>
    public static double SampleVariance(ReadOnlySpan<float> values)
    {
        RequireAtLeast(2, values);
        return SquaredDeviations(values, Mean(values)) / (values.Length - 1);
    }

    /// <inheritdoc cref="SampleVariance(ReadOnlySpan{float})"/>
    public static double SampleVariance(ReadOnlySpan<double> values)
    {
        RequireAtLeast(2, values);
        return SquaredDeviations(values, Mean(values)) / (values.Length - 1);
    }

    /// <summary>
    /// Two passes; what the rounded mean is off by is measured by the plain deviations and taken out again.
    /// </summary>
    private static double SquaredDeviations<T>(ReadOnlySpan<T> values, double mean) where T : unmanaged
    {
        double squares = BlockSum.Of(new Deviations<T>(values, mean, squared: true));
        double drift = BlockSum.Of(new Deviations<T>(values, mean, squared: false));
        return squares - (drift * drift / values.Length);
    }

    private static void RequireSameLength(int first, int second)
    {
        if (first != second)
        {
            throw new ArgumentException($"second has {second} elements, first has {first}.", nameof(second));
        }
    }

    private static void RequireAtLeast<T>(int least, ReadOnlySpan<T> values)
    {
        if (values.Length < least)
        {
            throw new ArgumentException(
                $"values has {values.Length} elements; at least {least} are needed.", nameof(values));
        }
    }
}

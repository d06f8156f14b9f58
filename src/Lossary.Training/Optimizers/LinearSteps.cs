using System.Numerics;
using System.Runtime.InteropServices;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>Sums and differences of whole parameter vectors, with products added up in double.</summary>
internal static class LinearSteps
{
    /// <summary>Σ xy.</summary>
    public static double Dot<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> => typeof(T) == typeof(float)
        ? Sums.Dot(MemoryMarshal.Cast<T, float>(left), MemoryMarshal.Cast<T, float>(right))
        : Sums.Dot(MemoryMarshal.Cast<T, double>(left), MemoryMarshal.Cast<T, double>(right));

    /// <summary>max |x|; NaN where one is.</summary>
    public static double Largest<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T largest = T.Zero;
        foreach (T value in values)
        {
            largest = T.Max(largest, T.Abs(value));
        }

        return double.CreateTruncating(largest);
    }

    /// <summary>Σ |x|.</summary>
    public static double SumOfSizes<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = 0;
        foreach (T value in values)
        {
            sum += Math.Abs(double.CreateTruncating(value));
        }

        return sum;
    }

    /// <summary>destination = origin + factor · direction; the destination may be the origin.</summary>
    public static void Move<T>(
        ReadOnlySpan<T> origin, ReadOnlySpan<T> direction, double factor, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T step = T.CreateTruncating(factor);
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = origin[i] + (step * direction[i]);
        }
    }

    /// <summary>destination = factor · values; the destination may be the values.</summary>
    public static void Scale<T>(ReadOnlySpan<T> values, double factor, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T scale = T.CreateTruncating(factor);
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = scale * values[i];
        }
    }
}

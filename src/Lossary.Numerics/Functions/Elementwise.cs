using System.Numerics;

namespace Lossary.Numerics;

/// <summary>A function at one number or at each of many, through the widest lane that the machine has.</summary>
internal static class Elementwise
{
    /// <summary>The function at one number.</summary>
    public static T At<TFunction, T>(T x)
        where TFunction : struct, IRealFunction
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.CreateTruncating(HotLoop.Run(new One<TFunction, T>(x)));

    /// <summary>The function at every element.</summary>
    public static unsafe void Apply<TFunction, T>(ReadOnlySpan<T> source, Span<T> destination)
        where TFunction : struct, IRealFunction
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (source.Length != destination.Length)
        {
            throw new ArgumentException(
                $"destination has {destination.Length} elements, source has {source.Length}.", nameof(destination));
        }

        if (source.Overlaps(destination, out int distance) && distance != 0)
        {
            throw new ArgumentException(
                $"destination overlaps source {distance} elements on; it must be the same memory or apart.",
                nameof(destination));
        }

        // Pinned, because the last, incomplete lane is read and written through pointers.
        fixed (T* from = source, to = destination)
        {
            if (Wide512<T>.IsAccelerated)
            {
                HotLoop.Run(new Every<TFunction, Wide512<T>, T>(source, destination));
            }
            else if (Wide256<T>.IsAccelerated)
            {
                HotLoop.Run(new Every<TFunction, Wide256<T>, T>(source, destination));
            }
            else
            {
                HotLoop.Run(new Every<TFunction, Scalar<T>, T>(source, destination));
            }
        }
    }

    private readonly struct One<TFunction, T>(T x) : ILoop
        where TFunction : struct, IRealFunction
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public double Run() => Scalar<T>.SumToDouble(TFunction.At(Scalar<T>.Spread(x)));
    }
}

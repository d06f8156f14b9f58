using System.Numerics;

namespace Lossary.Numerics;

/// <summary>
/// Pooling of images: the largest number or the mean of what a window sees, for each channel by itself.
/// </summary>
/// <remarks>
/// Images are <c>[batch, height, width, channels]</c>. Work is shared by <see cref="WorkerPool.Shared"/>; the bits do
/// not depend on the number of threads.
/// </remarks>
public static unsafe class Pooling
{
    /// <summary>Numbers below which a second thread would cost more than it helps.</summary>
    private const int FewestSharedNumbers = 1 << 17;

    /// <summary>The largest number of each position; NaN where it sees one.</summary>
    /// <param name="shape">The extents.</param>
    /// <param name="input">Shape <c>[batch, height, width, channels]</c>.</param>
    /// <param name="output">Receives <c>[batch, output height, output width, channels]</c>.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public static void Maximum<T>(in PoolingShape shape, ReadOnlySpan<T> input, Span<T> output)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Run<T, Maximum>(in shape, input, output, output, [], accumulate: false);

    /// <summary>
    /// The gradient of <see cref="Maximum"/>: each position's goes to the first of its largest numbers; to the last NaN
    /// where it sees one.
    /// </summary>
    /// <param name="shape">The extents.</param>
    /// <param name="input">What was pooled.</param>
    /// <param name="output">What came of it.</param>
    /// <param name="upstream">The gradient of the output.</param>
    /// <param name="gradient">Receives the gradient of the input.</param>
    /// <param name="accumulate">True to add to what gradient holds.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public static void MaximumGradient<T>(
        in PoolingShape shape, ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> upstream,
        Span<T> gradient, bool accumulate = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check(gradient.Length, shape.InputLength, nameof(gradient));
        Run<T, MaximumGradient>(in shape, input, output, upstream, gradient, accumulate);
    }

    /// <summary>The mean of each position.</summary>
    /// <param name="shape">The extents.</param>
    /// <param name="input">Shape <c>[batch, height, width, channels]</c>.</param>
    /// <param name="output">Receives <c>[batch, output height, output width, channels]</c>.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public static void Average<T>(in PoolingShape shape, ReadOnlySpan<T> input, Span<T> output)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Run<T, Average>(in shape, input, output, output, [], accumulate: false);

    /// <summary>The gradient of <see cref="Average"/>: an equal share for all that a position saw.</summary>
    /// <param name="shape">The extents.</param>
    /// <param name="upstream">The gradient of the output.</param>
    /// <param name="gradient">Receives the gradient of the input.</param>
    /// <param name="accumulate">True to add to what gradient holds.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public static void AverageGradient<T>(
        in PoolingShape shape, ReadOnlySpan<T> upstream, Span<T> gradient, bool accumulate = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check(gradient.Length, shape.InputLength, nameof(gradient));
        Run<T, AverageGradient>(in shape, gradient, upstream, upstream, gradient, accumulate);
    }

    private static void Run<T, TKind>(
        in PoolingShape shape, ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> upstream,
        Span<T> gradient, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TKind : struct, IPoolKind
    {
        Check(input.Length, shape.InputLength, nameof(input));
        Check(output.Length, shape.OutputLength, nameof(output));
        Check(upstream.Length, shape.OutputLength, nameof(upstream));
        fixed (T* x = input, y = output, dy = upstream, dx = gradient)
        {
            if (Wide512<T>.IsAccelerated)
            {
                Share(shape.InputLength, new PoolPass<Wide512<T>, T, TKind>(shape, x, y, dy, dx, accumulate));
            }
            else if (Wide256<T>.IsAccelerated)
            {
                Share(shape.InputLength, new PoolPass<Wide256<T>, T, TKind>(shape, x, y, dy, dx, accumulate));
            }
            else
            {
                Share(shape.InputLength, new PoolPass<Scalar<T>, T, TKind>(shape, x, y, dy, dx, accumulate));
            }
        }
    }

    private static void Share<TLane, T, TKind>(int numbers, PoolPass<TLane, T, TKind> pass)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
        where TKind : struct, IPoolKind
    {
        if (numbers >= FewestSharedNumbers)
        {
            WorkerPool.Shared.Run(pass.Parts, pass);
            return;
        }

        for (int part = 0; part < pass.Parts; part++)
        {
            pass.Run(part);
        }
    }

    private static void Check(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"{name} has {length} elements, the shape needs {expected}.", name);
        }
    }
}

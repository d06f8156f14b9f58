using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Sum and gradient of a log-probability loss over rows of logits.</summary>
internal static class LogProbabilityKernel
{
    /// <summary>Targets are class numbers.</summary>
    /// <returns>The sum of the losses, and what a mean divides it by: the class weights of the rows that count.</returns>
    public static unsafe Totals ClassIndex<TLoss, T>(
        TLoss loss, ReadOnlySpan<T> logits, ReadOnlySpan<int> targets, int classes, ReadOnlySpan<T> classWeights,
        int ignored, Span<T> gradient, bool mean)
        where TLoss : struct, ILogProbabilityLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double denominator = Denominator(targets, classes, classWeights, ignored);
        double scale = mean ? 1 / denominator : 1;
        T* scratch = stackalloc T[ScratchLength];
        Prepare(scratch);
        fixed (T* x = logits, g = gradient, w = classWeights)
        fixed (int* t = targets)
        {
            LogProbabilityBuffers<T> at = new()
            {
                Logits = ref *x,
                Gradient = ref *g,
                ClassWeights = ref *w,
                Targets = ref *t,
                Scratch = ref *scratch,
            };
            return new(Run<TLoss, T>(loss, at, targets.Length, classes, ignored, scale), denominator);
        }
    }

    /// <summary>Class numbers with label smoothing (shares empty), or a distribution over the classes for each row.</summary>
    public static unsafe Totals Soft<TLoss, T>(
        TLoss loss, ReadOnlySpan<T> logits, ReadOnlySpan<int> targets, ReadOnlySpan<T> shares, double smoothing,
        int classes, ReadOnlySpan<T> classWeights, int ignored, Span<T> gradient, bool mean)
        where TLoss : struct, ILogProbabilityLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = logits.Length / classes;
        double denominator = shares.IsEmpty ? Denominator(targets, classes, classWeights, ignored) : rows;
        double scale = mean ? 1 / denominator : 1;
        T* scratch = stackalloc T[ScratchLength];
        Prepare(scratch);

        fixed (T* x = logits, g = gradient, w = classWeights, q = shares)
        fixed (int* t = targets)
        {
            LogProbabilityBuffers<T> at = new()
            {
                Logits = ref *x,
                Gradient = ref *g,
                ClassWeights = ref *w,
                Targets = ref *t,
                Shares = ref *q,
                Scratch = ref *scratch,
            };
            double sum = (shares.IsEmpty, classWeights.IsEmpty) switch
            {
                (true, true) => RunSoft<TLoss, T, SmoothedIndex<T>, Unweighted<T>>(loss, at, rows, classes, ignored, smoothing, scale),
                (true, false) => RunSoft<TLoss, T, SmoothedIndex<T>, Weighted<T>>(loss, at, rows, classes, ignored, smoothing, scale),
                (false, true) => RunSoft<TLoss, T, Distribution<T>, Unweighted<T>>(loss, at, rows, classes, ignored, smoothing, scale),
                (false, false) => RunSoft<TLoss, T, Distribution<T>, Weighted<T>>(loss, at, rows, classes, ignored, smoothing, scale),
            };
            return new(sum, denominator);
        }
    }

    /// <summary>Five rows of sixteen: maxima, sums, scores, weights, and the numbers 0, 1, 2 …; then sixteen lanes.</summary>
    private const int ScratchLength = (5 * 16) + (16 * 16) + 16;

    private static unsafe void Prepare<T>(T* scratch)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < 16; i++)
        {
            scratch[16 + i] = T.One;
            scratch[64 + i] = T.CreateTruncating(i);
        }


    }

    private static double Run<TLoss, T>(
        TLoss loss, LogProbabilityBuffers<T> at, int rows, int classes, int ignored, double scale)
        where TLoss : struct, ILogProbabilityLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Wide512<T>.IsAccelerated ? Run<TLoss, Wide512<T>, T>(loss, at, rows, classes, ignored, scale)
        : Wide256<T>.IsAccelerated ? Run<TLoss, Wide256<T>, T>(loss, at, rows, classes, ignored, scale)
        : Run<TLoss, Scalar<T>, T>(loss, at, rows, classes, ignored, scale);

    /// <remarks>
    /// As many rows as stay in the first-level cache go through exp, then their logarithms and f in one lane, then the
    /// scaling: so f may be costly, and a row of 32,000 classes is still read from the cache.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Run<TLoss, TLane, T>(
        TLoss loss, LogProbabilityBuffers<T> at, int rows, int classes, int ignored, double scale)
        where TLoss : struct, ILogProbabilityLoss<TLoss>
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int together = int.Clamp(8192 / classes, 1, 16);
        ref T largest = ref at.Scratch;
        ref T sums = ref Unsafe.Add(ref at.Scratch, 16);
        ref T scores = ref Unsafe.Add(ref at.Scratch, 32);
        ref T weights = ref Unsafe.Add(ref at.Scratch, 48);
        ref T ramp = ref Unsafe.Add(ref at.Scratch, 64);
        ref T kept = ref Unsafe.Add(ref at.Scratch, 80);
        double sum = 0;
        for (int start = 0; start < rows; start += together)
        {
            int count = int.Min(together, rows - start);
            nint offset = (nint)start * classes;
            ref T x = ref Unsafe.Add(ref at.Logits, offset);
            ref T g = ref Unsafe.Add(ref at.Gradient, offset);
            ref int targets = ref Unsafe.Add(ref at.Targets, start);
            if (classes <= TLane.Width)
            {
                HotLoop.Run(new NarrowExponentials<TLane, T>(ref x, ref kept, count, classes, ref largest, ref sums));
            }
            else
            {
                HotLoop.Run(new ExponentialRows<TLane, T>(ref x, ref g, count, classes, ref largest, ref sums));
            }

            for (int k = 0; k < 16; k++)
            {
                int target = k < count ? Unsafe.Add(ref targets, k) : ignored;
                bool counts = target != ignored;
                Unsafe.Add(ref scores, k) = counts ? Unsafe.Add(ref x, ((nint)k * classes) + target) : T.Zero;
                Unsafe.Add(ref weights, k) =
                    !counts ? T.Zero : Unsafe.IsNullRef(ref at.ClassWeights) ? T.One : Unsafe.Add(ref at.ClassWeights, target);
            }

            sum += HotLoop.Run(
                new TargetFormula<TLoss, TLane, T>(loss, ref largest, ref sums, ref scores, ref weights, count, scale));
            if (classes <= TLane.Width)
            {
                HotLoop.Run(new NarrowGradient<TLane, T>(
                    ref kept, ref g, ref targets, ref ramp, count, classes, ignored, ref sums, ref largest));
            }
            else
            {
                HotLoop.Run(new ClassGradientRows<TLane, T>(ref g, ref targets, count, classes, ignored, ref sums, ref largest));
            }
        }

        return sum;
    }

    private static double RunSoft<TLoss, T, TShares, TWeighting>(
        TLoss loss, LogProbabilityBuffers<T> at, int rows, int classes, int ignored, double smoothing, double scale)
        where TLoss : struct, ILogProbabilityLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TShares : struct, IShares<T>
        where TWeighting : struct, IWeighting<T> =>
        Wide512<T>.IsAccelerated
            ? RunSoft<TLoss, Wide512<T>, T, TShares, TWeighting>(loss, at, rows, classes, ignored, smoothing, scale)
        : Wide256<T>.IsAccelerated
            ? RunSoft<TLoss, Wide256<T>, T, TShares, TWeighting>(loss, at, rows, classes, ignored, smoothing, scale)
        : RunSoft<TLoss, Scalar<T>, T, TShares, TWeighting>(loss, at, rows, classes, ignored, smoothing, scale);

    private static double RunSoft<TLoss, TLane, T, TShares, TWeighting>(
        TLoss loss, LogProbabilityBuffers<T> at, int rows, int classes, int ignored, double smoothing, double scale)
        where TLoss : struct, ILogProbabilityLoss<TLoss>
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TShares : struct, IShares<T>
        where TWeighting : struct, IWeighting<T>
    {
        int together = int.Clamp(8192 / classes, 1, 16);
        double sum = 0;
        for (int start = 0; start < rows; start += together)
        {
            int count = int.Min(together, rows - start);
            nint offset = (nint)start * classes;
            HotLoop.Run(new ExponentialRows<TLane, T>(
                ref Unsafe.Add(ref at.Logits, offset), ref Unsafe.Add(ref at.Gradient, offset), count, classes,
                ref at.Scratch, ref Unsafe.Add(ref at.Scratch, 16)));
            sum += HotLoop.Run(new SoftTargetSweep<TLoss, TLane, T, TShares, TWeighting>(
                loss, at, start, count, classes, ignored, smoothing, scale));
        }

        return sum;
    }

    private static double Denominator<T>(ReadOnlySpan<int> targets, int classes, ReadOnlySpan<T> classWeights, int ignored)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = 0;
        foreach (int target in targets)
        {
            if (target == ignored)
            {
                continue;
            }

            if ((uint)target >= (uint)classes)
            {
                throw new ArgumentException($"A target is {target}, there are {classes} classes.", nameof(targets));
            }

            sum += classWeights.IsEmpty ? 1 : double.CreateTruncating(classWeights[target]);
        }

        return sum;
    }
}

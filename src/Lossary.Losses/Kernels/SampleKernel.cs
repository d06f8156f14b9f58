using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Sweeps a loss over a batch: one pass, no temporaries, the widest lane the machine has.</summary>
internal static class SampleKernel
{
    /// <summary>Returns the sum of the weighted losses; what else is written, TOutput says.</summary>
    public static double Sum<TLoss, T, TOutput, TWeighting>(
        TLoss loss, scoped SampleBuffers<T> at, int length, double scale)
        where TLoss : struct, ISampleLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TOutput : struct, IOutput<T>
        where TWeighting : struct, IWeighting<T> =>
        Wide512<T>.IsAccelerated ? Sum<TLoss, Wide512<T>, T, TOutput, TWeighting>(loss, at, length, scale)
        : Wide256<T>.IsAccelerated ? Sum<TLoss, Wide256<T>, T, TOutput, TWeighting>(loss, at, length, scale)
        : Sum<TLoss, Scalar<T>, T, TOutput, TWeighting>(loss, at, length, scale);

    /// <summary>The sweep in a given lane.</summary>
    internal static double Sum<TLoss, TLane, T, TOutput, TWeighting>(
        TLoss loss, scoped SampleBuffers<T> at, int length, double scale)
        where TLoss : struct, ISampleLoss<TLoss>
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TOutput : struct, IOutput<T>
        where TWeighting : struct, IWeighting<T>
    {
        int rest = length & (TLane.Width - 1);
        return length == 0 ? 0
            : rest == 0
            ? HotLoop.Run(new SampleSweep<TLoss, TLane, T, TOutput, TWeighting>(loss, at, length, default, 0, scale))
            : WithPadding<TLoss, TLane, T, TOutput, TWeighting>(loss, at, length - rest, rest, scale);
    }

    /// <summary>Copies the last, partial lane out and back.</summary>
    private static double WithPadding<TLoss, TLane, T, TOutput, TWeighting>(
        TLoss loss, scoped SampleBuffers<T> at, int whole, int rest, double scale)
        where TLoss : struct, ISampleLoss<TLoss>
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TOutput : struct, IOutput<T>
        where TWeighting : struct, IWeighting<T>
    {
        const int Most = 16;
        Span<T> scratch = stackalloc T[6 * Most];
        Span<bool> mask = stackalloc bool[Most];
        scratch.Clear();
        mask.Clear();
        SampleBuffers<T> padded = new()
        {
            Predictions = ref scratch[0],
            Targets = ref scratch[Most],
            Weights = ref scratch[2 * Most],
            Mask = ref mask[0],
            Values = ref scratch[3 * Most],
            Gradient = ref scratch[4 * Most],
            Curvature = ref scratch[5 * Most],
        };
        Copy(ref at.Predictions, whole, ref padded.Predictions, rest);
        Copy(ref at.Targets, whole, ref padded.Targets, rest);
        Copy(ref at.Weights, whole, ref padded.Weights, rest);
        Copy(ref at.Mask, whole, ref padded.Mask, rest);
        double sum = HotLoop.Run(
            new SampleSweep<TLoss, TLane, T, TOutput, TWeighting>(loss, at, whole, padded, rest, scale));
        CopyBack(ref padded.Values, ref at.Values, whole, rest);
        CopyBack(ref padded.Gradient, ref at.Gradient, whole, rest);
        CopyBack(ref padded.Curvature, ref at.Curvature, whole, rest);
        return sum;
    }

    private static void Copy<T>(ref T from, int start, ref T to, int count)
    {
        if (!Unsafe.IsNullRef(ref from))
        {
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref from, start), count)
                .CopyTo(MemoryMarshal.CreateSpan(ref to, count));
        }
    }

    private static void CopyBack<T>(ref T from, ref T to, int start, int count)
    {
        if (!Unsafe.IsNullRef(ref to))
        {
            MemoryMarshal.CreateSpan(ref from, count)
                .CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref to, start), count));
        }
    }
}

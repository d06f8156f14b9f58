using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// From the gradient by the probabilities of a chunk's pixels, all classes, to that by the logits: p (g − Σ p g).
/// </summary>
internal readonly ref struct SoftmaxSlopes<T> : ILaneSweep<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>From the chunk's first pixel of the first class on.</summary>
    public required ReadOnlySpan<T> Probabilities { get; init; }

    public required ReadOnlySpan<T> Targets { get; init; }

    /// <summary>1 where a pixel counts, from the chunk's first on; empty where all do.</summary>
    public required ReadOnlySpan<T> Counts { get; init; }

    public required Span<T> Gradient { get; init; }

    /// <summary>The derivative by each class's Σ p t, then by each class's Σ p.</summary>
    public required ReadOnlySpan<T> Pulls { get; init; }

    public required int Classes { get; init; }

    /// <summary>From one class to the next.</summary>
    public required int Stride { get; init; }

    public required bool IsSquared { get; init; }

    public required bool Accumulates { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run<TLane>(int start, int end)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        ref T probabilities = ref MemoryMarshal.GetReference(Probabilities);
        ref T targets = ref MemoryMarshal.GetReference(Targets);
        ref T counts = ref MemoryMarshal.GetReference(Counts);
        ref T gradient = ref MemoryMarshal.GetReference(Gradient);
        ref T pulls = ref MemoryMarshal.GetReference(Pulls);
        bool isSquared = IsSquared, hasCounts = !Counts.IsEmpty, accumulates = Accumulates;
        nint stride = Stride;
        int classes = Classes;
        for (nint i = start; i < end; i += TLane.Width)
        {
            TLane mean = 0;
            nint at = i;
            for (int k = 0; k < classes; k++, at += stride)
            {
                TLane p = TLane.Load(ref probabilities, at);
                mean += p * PullOf(p, TLane.Load(ref targets, at), ref pulls, k, classes, isSquared);
            }

            at = i;
            for (int k = 0; k < classes; k++, at += stride)
            {
                TLane p = TLane.Load(ref probabilities, at);
                TLane pull = p * (PullOf(p, TLane.Load(ref targets, at), ref pulls, k, classes, isSquared) - mean);
                pull = hasCounts ? TLane.WhereLess(0, TLane.Load(ref counts, i), pull, 0) : pull;
                TLane.Store(accumulates ? TLane.Load(ref gradient, at) + pull : pull, ref gradient, at);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane PullOf<TLane>(TLane p, TLane t, ref T pulls, int k, int classes, bool isSquared)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        TLane predicted = TLane.Spread(Unsafe.Add(ref pulls, classes + k));
        return (TLane.Spread(Unsafe.Add(ref pulls, k)) * t) + (isSquared ? 2 * p * predicted : predicted);
    }
}

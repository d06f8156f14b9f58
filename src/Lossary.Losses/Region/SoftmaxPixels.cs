using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The softmax over the classes of each pixel of a chunk; the classes of a pixel stand a plane apart.
/// </summary>
internal readonly ref struct SoftmaxPixels<T> : ILaneSweep<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>From the chunk's first pixel of the first class on.</summary>
    public required ReadOnlySpan<T> Logits { get; init; }

    public required Span<T> Probabilities { get; init; }

    public required int Classes { get; init; }

    /// <summary>From one class to the next.</summary>
    public required int Stride { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run<TLane>(int start, int end)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        ref T logits = ref MemoryMarshal.GetReference(Logits);
        ref T probabilities = ref MemoryMarshal.GetReference(Probabilities);
        nint stride = Stride, whole = stride * Classes;
        for (nint i = start; i < end; i += TLane.Width)
        {
            TLane largest = TLane.Load(ref logits, i);
            for (nint at = i + stride; at < i + whole; at += stride)
            {
                TLane logit = TLane.Load(ref logits, at);
                largest = TLane.WhereLess(largest, logit, logit, largest);
            }

            TLane sum = 0;
            for (nint at = i; at < i + whole; at += stride)
            {
                TLane exponential = TLane.Exp(TLane.Load(ref logits, at) - largest);
                sum += exponential;
                TLane.Store(exponential, ref probabilities, at);
            }

            TLane scale = 1 / sum;
            for (nint at = i; at < i + whole; at += stride)
            {
                TLane.Store(TLane.Load(ref probabilities, at) * scale, ref probabilities, at);
            }
        }
    }
}

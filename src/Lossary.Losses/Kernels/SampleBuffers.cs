using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lossary.Losses;

/// <summary>Where a sweep reads and writes; a buffer that its policies do not name may be a null reference.</summary>
internal ref struct SampleBuffers<T>
    where T : unmanaged
{
    public ref T Predictions;
    public ref T Targets;
    public ref T Weights;
    public ref bool Mask;
    public ref T Values;
    public ref T Gradient;
    public ref T Curvature;

    /// <summary>The same buffers from an element on; absent ones stay absent.</summary>
    public readonly SampleBuffers<T> From(int start) => new()
    {
        Predictions = ref At(ref Predictions, start),
        Targets = ref At(ref Targets, start),
        Weights = ref At(ref Weights, start),
        Mask = ref At(ref Mask, start),
        Values = ref At(ref Values, start),
        Gradient = ref At(ref Gradient, start),
        Curvature = ref At(ref Curvature, start),
    };

    /// <summary>Where a span starts; a null reference for an empty one.</summary>
    public static ref TItem Start<TItem>(ReadOnlySpan<TItem> span) =>
        ref span.IsEmpty ? ref Unsafe.NullRef<TItem>() : ref Unsafe.AsRef(in MemoryMarshal.GetReference(span));

    private static ref TItem At<TItem>(ref TItem first, int start) =>
        ref Unsafe.IsNullRef(ref first) ? ref first : ref Unsafe.Add(ref first, start);
}

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

    /// <summary>Where a span starts; a null reference for an empty one.</summary>
    public static ref TItem Start<TItem>(ReadOnlySpan<TItem> span) =>
        ref span.IsEmpty ? ref Unsafe.NullRef<TItem>() : ref Unsafe.AsRef(in MemoryMarshal.GetReference(span));
}

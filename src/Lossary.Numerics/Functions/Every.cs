using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lossary.Numerics;

/// <summary>
/// The loop that applies a function to every element, in lanes of one type; the memory must be pinned.
/// </summary>
internal readonly ref struct Every<TFunction, TLane, T>(ReadOnlySpan<T> source, Span<T> destination) : ILoop
    where TFunction : struct, IRealFunction
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
{
    private readonly ReadOnlySpan<T> _source = source;
    private readonly Span<T> _destination = destination;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        ref T from = ref MemoryMarshal.GetReference(_source);
        ref T to = ref MemoryMarshal.GetReference(_destination);
        int length = _source.Length, i = 0;
        for (; i <= length - TLane.Width; i += TLane.Width)
        {
            TLane.Store(TFunction.At(TLane.Load(in from, i)), ref to, i);
        }

        if (i < length)
        {
            TLane.StoreFirst(TFunction.At(TLane.LoadFirst(in from, i, length - i, 1)), ref to, i, length - i);
        }

        return 0;
    }
}

using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Whether samples are weighted or masked: one policy struct each, so that no sweep asks in its loop.
/// </summary>
/// <remarks>A sample of weight 0 is out: it adds exactly 0, also where its loss is NaN.</remarks>
internal interface IWeighting<T>
    where T : unmanaged
{
    /// <summary>The weights from <paramref name="offset"/> on.</summary>
    static abstract TLane Weight<TLane>(in SampleBuffers<T> at, nint offset)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>;

    /// <summary>weight · x, and 0 where the weight is 0.</summary>
    static virtual TLane Apply<TLane>(TLane weight, TLane x) where TLane : struct, ILane<TLane> =>
        TLane.WhereLess(0, weight, weight * x, 0);
}

/// <summary>Every sample counts once.</summary>
internal readonly struct Unweighted<T> : IWeighting<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Weight<TLane>(in SampleBuffers<T> at, nint offset)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T> => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane weight, TLane x) where TLane : struct, ILane<TLane> => x;
}

/// <summary>A weight for each sample.</summary>
internal readonly struct Weighted<T> : IWeighting<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Weight<TLane>(in SampleBuffers<T> at, nint offset)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T> => TLane.Load(ref at.Weights, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane weight, TLane x) where TLane : struct, ILane<TLane> =>
        TLane.WhereLess(0, weight, weight * x, 0);
}

/// <summary>A yes or no for each sample.</summary>
internal readonly struct Masked<T> : IWeighting<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Weight<TLane>(in SampleBuffers<T> at, nint offset)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T> => TLane.LoadFlags(ref at.Mask, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane weight, TLane x) where TLane : struct, ILane<TLane> =>
        TLane.WhereLess(0, weight, x, 0);
}

/// <summary>A weight, and a yes or no, for each sample.</summary>
internal readonly struct WeightedAndMasked<T> : IWeighting<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Weight<TLane>(in SampleBuffers<T> at, nint offset)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T> =>
        TLane.WhereLess(0, TLane.LoadFlags(ref at.Mask, offset), TLane.Load(ref at.Weights, offset), 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane weight, TLane x) where TLane : struct, ILane<TLane> =>
        TLane.WhereLess(0, weight, weight * x, 0);
}

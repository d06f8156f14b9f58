using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>The largest number that each position reads; NaN where it reads one.</summary>
internal unsafe struct MaximumLoop<TLane, T> : ILoop
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
{
    public PoolRow<T> Work;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        nint rowStep = Work.RowStep * Work.Width * Work.Channels, columnStep = Work.Columns.Step * Work.Channels;
        for (int position = 0; position < Work.Columns.Positions; position++)
        {
            Work.Columns.At(position, out int first, out int count, out _);
            T* corner = Work.Image + (((Work.FirstRow * Work.Width) + first) * Work.Channels);
            T* output = Work.Output + (position * Work.Channels);
            for (nint channel = 0; channel < Work.Channels; channel += TLane.Width)
            {
                int left = (int)Math.Min(TLane.Width, Work.Channels - channel);
                TLane largest = PoolLane.Read<TLane, T>(corner, channel, left);
                for (nint row = 0; row < Work.RowCount; row++)
                {
                    T* at = corner + (row * rowStep);
                    for (nint column = 0; column < count; column++)
                    {
                        largest = TLane.Max(largest, PoolLane.Read<TLane, T>(at, channel, left));
                        at += columnStep;
                    }
                }

                PoolLane.Write(largest, output, channel, left);
            }
        }

        return 0;
    }
}

/// <summary>Hands each position's gradient to the first number that is its largest.</summary>
/// <remarks>
/// The sum that comes back is of what found nobody: not 0 where a position's largest is NaN, which equals nothing.
/// </remarks>
internal unsafe struct MaximumGradientLoop<TLane, T> : ILoop
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
{
    public PoolRow<T> Work;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        TLane unclaimed = default;
        nint rowStep = Work.RowStep * Work.Width * Work.Channels, columnStep = Work.Columns.Step * Work.Channels;
        for (int position = 0; position < Work.Columns.Positions; position++)
        {
            Work.Columns.At(position, out int first, out int count, out _);
            nint corner = ((Work.FirstRow * Work.Width) + first) * Work.Channels;
            nint output = position * Work.Channels;
            for (nint channel = 0; channel < Work.Channels; channel += TLane.Width)
            {
                int left = (int)Math.Min(TLane.Width, Work.Channels - channel);
                TLane largest = PoolLane.Read<TLane, T>(Work.Output, output + channel, left);
                TLane gradient = PoolLane.Read<TLane, T>(Work.Upstream, output + channel, left);
                for (nint row = 0; row < Work.RowCount; row++)
                {
                    nint at = corner + (row * rowStep) + channel;
                    for (nint column = 0; column < count; column++)
                    {
                        TLane number = PoolLane.Read<TLane, T>(Work.Image, at, left);
                        TLane part = TLane.WhereAtMost(largest, number, gradient, 0);
                        gradient = TLane.WhereAtMost(largest, number, 0, gradient);
                        if (Work.IsAdding)
                        {
                            part = PoolLane.Read<TLane, T>(Work.ImageGradient, at, left) + part;
                        }

                        PoolLane.Write(part, Work.ImageGradient, at, left);
                        at += columnStep;
                    }
                }

                unclaimed += TLane.Abs(gradient);
            }
        }

        return TLane.SumToDouble(unclaimed);
    }
}

/// <summary>Parts of lanes at the end of a pixel's channels.</summary>
internal static unsafe class PoolLane
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Read<TLane, T>(T* from, nint at, int count)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged => count == TLane.Width
        ? TLane.Load(in *from, at)
        : TLane.LoadFirst(in *from, at, count, default);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TLane, T>(TLane lane, T* to, nint at, int count)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
    {
        if (count == TLane.Width)
        {
            TLane.Store(lane, ref *to, at);
        }
        else
        {
            TLane.StoreFirst(lane, ref *to, at, count);
        }
    }
}

using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>The mean of what each position reads.</summary>
internal unsafe struct AverageLoop<TLane, T> : ILoop
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
            Work.Columns.At(position, out int first, out int count, out int divisor);
            T* corner = Work.Image + (((Work.FirstRow * Work.Width) + first) * Work.Channels);
            T* output = Work.Output + (position * Work.Channels);
            TLane numbers = TLane.Constant((double)Work.RowDivisor * divisor);
            for (nint channel = 0; channel < Work.Channels; channel += TLane.Width)
            {
                int left = (int)Math.Min(TLane.Width, Work.Channels - channel);
                TLane sum = default;
                for (nint row = 0; row < Work.RowCount; row++)
                {
                    T* at = corner + (row * rowStep);
                    for (nint column = 0; column < count; column++)
                    {
                        sum += PoolLane.Read<TLane, T>(at, channel, left);
                        at += columnStep;
                    }
                }

                PoolLane.Write(sum / numbers, output, channel, left);
            }
        }

        return 0;
    }
}

/// <summary>Shares each position's gradient among all that it read.</summary>
internal unsafe struct AverageGradientLoop<TLane, T> : ILoop
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
            Work.Columns.At(position, out int first, out int count, out int divisor);
            nint corner = ((Work.FirstRow * Work.Width) + first) * Work.Channels;
            TLane numbers = TLane.Constant((double)Work.RowDivisor * divisor);
            for (nint channel = 0; channel < Work.Channels; channel += TLane.Width)
            {
                int left = (int)Math.Min(TLane.Width, Work.Channels - channel);
                TLane part = PoolLane.Read<TLane, T>(
                    Work.Upstream, (position * Work.Channels) + channel, left) / numbers;
                for (nint row = 0; row < Work.RowCount; row++)
                {
                    nint at = corner + (row * rowStep) + channel;
                    for (nint column = 0; column < count; column++)
                    {
                        TLane sum = part;
                        if (Work.IsAdding)
                        {
                            sum = PoolLane.Read<TLane, T>(Work.ImageGradient, at, left) + part;
                        }

                        PoolLane.Write(sum, Work.ImageGradient, at, left);
                        at += columnStep;
                    }
                }
            }
        }

        return 0;
    }
}

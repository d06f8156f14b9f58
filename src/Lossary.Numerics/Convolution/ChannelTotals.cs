using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>Sums each channel over pixels: the gradient of a bias.</summary>
/// <remarks>Four sums run side by side, over every fourth pixel each, and are added in pairs.</remarks>
internal unsafe struct ChannelTotals<TLane, T> : ILoop
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
{
    public T* Values;
    public nint Pixels;

    /// <summary>A multiple of the lane's width.</summary>
    public nint Channels;
    public T* Output;
    public bool IsAccumulating;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        for (nint channel = 0; channel < Channels; channel += TLane.Width)
        {
            TLane first = default, second = default, third = default, fourth = default;
            T* at = Values + channel;
            nint pixel = 0;
            for (; pixel <= Pixels - 4; pixel += 4)
            {
                first += TLane.Load(in *at, 0);
                second += TLane.Load(in *at, Channels);
                third += TLane.Load(in *at, 2 * Channels);
                fourth += TLane.Load(in *at, 3 * Channels);
                at += 4 * Channels;
            }

            for (; pixel < Pixels; pixel++)
            {
                first += TLane.Load(in *at, 0);
                at += Channels;
            }

            TLane sum = (first + second) + (third + fourth);
            if (IsAccumulating)
            {
                sum = TLane.Load(in *Output, channel) + sum;
            }

            TLane.Store(sum, ref *Output, channel);
        }

        return 0;
    }
}

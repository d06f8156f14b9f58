using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>Output pixels that sum over the same taps, six at a time, for as many channels as a tile is wide.</summary>
/// <remarks>
/// A tile keeps 6 pixels of 1–4 lanes in registers: 24 sums need 10 loads for 24 multiplications. Its pixels follow
/// each other along a row, then from image to image, so that borders, where few pixels of a row share their taps, fill
/// tiles as well as the inside does. Each number is one chain of fused multiply-adds over the taps in order: its bits
/// depend neither on the tile nor on the lane. Missing pixels of the last tile repeat the last one.
/// </remarks>
internal unsafe struct ConvolutionTiles<TLane, T, TLanes> : ILoop
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
    where TLanes : struct, IChannelLanes
{
    public const int TilePixels = 6;

    public TileRun<T> Work;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        T* a = Work.Input, c = Work.Output;
        nint pixel = 0;
        for (nint left = Work.Pixels * Work.Images; left > 0; left -= TilePixels)
        {
            T* a0 = a, c0 = c;
            Advance(ref a, ref c, ref pixel, left > 1);
            T* a1 = a, c1 = c;
            Advance(ref a, ref c, ref pixel, left > 2);
            T* a2 = a, c2 = c;
            Advance(ref a, ref c, ref pixel, left > 3);
            T* a3 = a, c3 = c;
            Advance(ref a, ref c, ref pixel, left > 4);
            T* a4 = a, c4 = c;
            Advance(ref a, ref c, ref pixel, left > 5);
            T* a5 = a, c5 = c;
            Advance(ref a, ref c, ref pixel, left > 6);
            TileCall(a0, a1, a2, a3, a4, a5, c0, c1, c2, c3, c4, c5);
        }

        return 0;
    }

    /// <summary>A kernel of its own: it has more locals than the JIT takes into another method.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private readonly void TileCall(
        T* a0, T* a1, T* a2, T* a3, T* a4, T* a5, T* c0, T* c1, T* c2, T* c3, T* c4, T* c5)
    {
        TLane c00 = First(c0, 0), c01 = First(c0, 1), c02 = First(c0, 2), c03 = First(c0, 3);
        TLane c10 = First(c1, 0), c11 = First(c1, 1), c12 = First(c1, 2), c13 = First(c1, 3);
        TLane c20 = First(c2, 0), c21 = First(c2, 1), c22 = First(c2, 2), c23 = First(c2, 3);
        TLane c30 = First(c3, 0), c31 = First(c3, 1), c32 = First(c3, 2), c33 = First(c3, 3);
        TLane c40 = First(c4, 0), c41 = First(c4, 1), c42 = First(c4, 2), c43 = First(c4, 3);
        TLane c50 = First(c5, 0), c51 = First(c5, 1), c52 = First(c5, 2), c53 = First(c5, 3);
        nint stride = Work.WeightStride, length = Work.RunLength;
        for (nint row = 0; row < Work.Rows; row++)
        {
            for (nint run = 0; run < Work.Runs; run++)
            {
                T* b = Work.Weights + (row * Work.RowWeightStep) + (run * Work.RunWeightStep);
                nint k = (row * Work.RowInputStep) + (run * Work.RunInputStep);
                for (nint end = k + length; k < end; k++)
                {
                    TLane b0 = Lane(b, 0), b1 = Lane(b, 1), b2 = Lane(b, 2), b3 = Lane(b, 3);
                    Multiply(TLane.Spread(a0[k]), b0, b1, b2, b3, ref c00, ref c01, ref c02, ref c03);
                    Multiply(TLane.Spread(a1[k]), b0, b1, b2, b3, ref c10, ref c11, ref c12, ref c13);
                    Multiply(TLane.Spread(a2[k]), b0, b1, b2, b3, ref c20, ref c21, ref c22, ref c23);
                    Multiply(TLane.Spread(a3[k]), b0, b1, b2, b3, ref c30, ref c31, ref c32, ref c33);
                    Multiply(TLane.Spread(a4[k]), b0, b1, b2, b3, ref c40, ref c41, ref c42, ref c43);
                    Multiply(TLane.Spread(a5[k]), b0, b1, b2, b3, ref c50, ref c51, ref c52, ref c53);
                    b += stride;
                }
            }
        }

        TLane floor = TLane.Spread(Work.Floor);
        StorePixel(c0, floor, c00, c01, c02, c03);
        StorePixel(c1, floor, c10, c11, c12, c13);
        StorePixel(c2, floor, c20, c21, c22, c23);
        StorePixel(c3, floor, c30, c31, c32, c33);
        StorePixel(c4, floor, c40, c41, c42, c43);
        StorePixel(c5, floor, c50, c51, c52, c53);
    }

    /// <summary>On to the next pixel, if there is one more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Advance(ref T* a, ref T* c, ref nint pixel, bool isMore)
    {
        if (!isMore)
        {
            return;
        }

        a += Work.PixelInputStep;
        c += Work.PixelOutputStep;
        pixel++;
        if (pixel == Work.Pixels)
        {
            pixel = 0;
            a += Work.ImageInputStep - (Work.Pixels * Work.PixelInputStep);
            c += Work.ImageOutputStep - (Work.Pixels * Work.PixelOutputStep);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Lane(T* at, int lane) =>
        lane < TLanes.Count ? TLane.Load(in *at, lane * TLane.Width) : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Multiply(
        TLane a, TLane b0, TLane b1, TLane b2, TLane b3, ref TLane c0, ref TLane c1, ref TLane c2, ref TLane c3)
    {
        c0 = TLane.FusedMultiplyAdd(a, b0, c0);
        if (TLanes.Count > 1)
        {
            c1 = TLane.FusedMultiplyAdd(a, b1, c1);
        }

        if (TLanes.Count > 2)
        {
            c2 = TLane.FusedMultiplyAdd(a, b2, c2);
        }

        if (TLanes.Count > 3)
        {
            c3 = TLane.FusedMultiplyAdd(a, b3, c3);
        }
    }

    /// <summary>What a sum starts from: 0, the bias, or what the output holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly TLane First(T* output, int lane)
    {
        if (lane >= TLanes.Count || Work.Start == null)
        {
            return default;
        }

        // Start is the bias; to add to the output, it is the output's first pixel.
        T* from = Work.IsAccumulating ? output : Work.Start;
        return TLane.Load(in *from, lane * TLane.Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePixel(T* output, TLane floor, TLane c0, TLane c1, TLane c2, TLane c3)
    {
        Store(output, floor, 0, c0);
        Store(output, floor, 1, c1);
        Store(output, floor, 2, c2);
        Store(output, floor, 3, c3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(T* output, TLane floor, int lane, TLane numbers)
    {
        if (lane < TLanes.Count)
        {
            TLane.Store(TLane.AtLeast(numbers, floor), ref *output, lane * TLane.Width);
        }
    }
}

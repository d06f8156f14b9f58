using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>
/// Sums input · upstream gradient over the pixels of some images, for six inputs of the kernel's at a time.
/// </summary>
/// <remarks>
/// A tile keeps 6 inputs × 1–4 lanes of outputs in registers while it walks over all pixels. The inputs are those of
/// all taps, one after the other, so a kernel over one channel fills tiles too. What is missing in the last tile
/// repeats the last input.
/// </remarks>
internal unsafe struct WeightGradientTiles<TLane, T, TLanes> : ILoop
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
    where TLanes : struct, IChannelLanes
{
    public const int TileInputs = 6;

    public WeightGradientRun<T> Work;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        nint row = 0, column = 0, input = 0, offset = 0, place = 0;
        for (nint left = Work.KernelHeight * Work.KernelWidth * Work.Inputs; left > 0; left -= TileInputs)
        {
            nint o0 = offset, p0 = place;
            Advance(ref row, ref column, ref input, ref offset, ref place, left > 1);
            nint o1 = offset, p1 = place;
            Advance(ref row, ref column, ref input, ref offset, ref place, left > 2);
            nint o2 = offset, p2 = place;
            Advance(ref row, ref column, ref input, ref offset, ref place, left > 3);
            nint o3 = offset, p3 = place;
            Advance(ref row, ref column, ref input, ref offset, ref place, left > 4);
            nint o4 = offset, p4 = place;
            Advance(ref row, ref column, ref input, ref offset, ref place, left > 5);
            nint o5 = offset, p5 = place;
            Advance(ref row, ref column, ref input, ref offset, ref place, left > 6);
            TileCall(o0, o1, o2, o3, o4, o5, p0, p1, p2, p3, p4, p5);
        }

        return 0;
    }

    /// <summary>A kernel of its own: it has more locals than the JIT takes into another method.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private readonly void TileCall(
        nint o0, nint o1, nint o2, nint o3, nint o4, nint o5,
        nint p0, nint p1, nint p2, nint p3, nint p4, nint p5)
    {
        TLane c00 = First(p0, 0), c01 = First(p0, 1), c02 = First(p0, 2), c03 = First(p0, 3);
        TLane c10 = First(p1, 0), c11 = First(p1, 1), c12 = First(p1, 2), c13 = First(p1, 3);
        TLane c20 = First(p2, 0), c21 = First(p2, 1), c22 = First(p2, 2), c23 = First(p2, 3);
        TLane c30 = First(p3, 0), c31 = First(p3, 1), c32 = First(p3, 2), c33 = First(p3, 3);
        TLane c40 = First(p4, 0), c41 = First(p4, 1), c42 = First(p4, 2), c43 = First(p4, 3);
        TLane c50 = First(p5, 0), c51 = First(p5, 1), c52 = First(p5, 2), c53 = First(p5, 3);
        nint inputStep = Work.PixelInputStep, upstreamStep = Work.PixelUpstreamStep;
        T* b = Work.Upstream;
        for (nint image = 0; image < Work.Images; image++)
        {
            for (nint height = 0; height < Work.Height; height++)
            {
                T* a = Work.Input + (image * Work.ImageInputStep) + (height * Work.RowInputStep);
                for (nint width = Work.Width; width > 0; width--)
                {
                    TLane b0 = Lane(b, 0), b1 = Lane(b, 1), b2 = Lane(b, 2), b3 = Lane(b, 3);
                    Multiply(TLane.Spread(a[o0]), b0, b1, b2, b3, ref c00, ref c01, ref c02, ref c03);
                    Multiply(TLane.Spread(a[o1]), b0, b1, b2, b3, ref c10, ref c11, ref c12, ref c13);
                    Multiply(TLane.Spread(a[o2]), b0, b1, b2, b3, ref c20, ref c21, ref c22, ref c23);
                    Multiply(TLane.Spread(a[o3]), b0, b1, b2, b3, ref c30, ref c31, ref c32, ref c33);
                    Multiply(TLane.Spread(a[o4]), b0, b1, b2, b3, ref c40, ref c41, ref c42, ref c43);
                    Multiply(TLane.Spread(a[o5]), b0, b1, b2, b3, ref c50, ref c51, ref c52, ref c53);
                    a += inputStep;
                    b += upstreamStep;
                }
            }
        }

        Store(p0, c00, c01, c02, c03);
        Store(p1, c10, c11, c12, c13);
        Store(p2, c20, c21, c22, c23);
        Store(p3, c30, c31, c32, c33);
        Store(p4, c40, c41, c42, c43);
        Store(p5, c50, c51, c52, c53);
    }

    /// <summary>
    /// On to the next input, if there is one more: of the same pixel, the next tap, or the next row of taps.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Advance(
        ref nint row, ref nint column, ref nint input, ref nint offset, ref nint place, bool isMore)
    {
        if (!isMore)
        {
            return;
        }

        place += Work.OutputStride;
        input++;
        if (input == Work.Inputs)
        {
            input = 0;
            column++;
            if (column == Work.KernelWidth)
            {
                column = 0;
                row++;
            }
        }

        offset = (row * Work.TapRowStep) + (column * Work.TapColumnStep) + input;
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly TLane First(nint place, int lane) => lane >= TLanes.Count || !Work.IsAccumulating
        ? default
        : TLane.Load(in *Work.Output, place + (lane * TLane.Width));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Store(nint place, TLane c0, TLane c1, TLane c2, TLane c3)
    {
        Store(place, 0, c0);
        Store(place, 1, c1);
        Store(place, 2, c2);
        Store(place, 3, c3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Store(nint place, int lane, TLane numbers)
    {
        if (lane < TLanes.Count)
        {
            TLane.Store(numbers, ref *Work.Output, place + (lane * TLane.Width));
        }
    }
}

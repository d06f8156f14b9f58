using System.Numerics;

namespace Lossary.Numerics.Tests;

/// <summary>What every lane that meets memory owes: it reads and writes the elements it is told to, no others.</summary>
public sealed class MemoryLaneTests
{
    [Fact]
    public void Scalar_lanes_read_and_write_what_they_are_told()
    {
        Check<Scalar<float>, float>();
        Check<Scalar<double>, double>();
    }

    [Fact]
    public void Lanes_of_256_bits_read_and_write_what_they_are_told()
    {
        Check<Wide256<float>, float>();
        Check<Wide256<double>, double>();
    }

    [Fact]
    public void Lanes_of_512_bits_read_and_write_what_they_are_told()
    {
        Check<Wide512<float>, float>();
        Check<Wide512<double>, double>();
    }

    private static void Check<TLane, T>()
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Pinned, as LoadFirst and StoreFirst demand; aligned by hand for StoreStreaming.
        T[] memory = GC.AllocateArray<T>(64, pinned: true);
        bool[] flags = new bool[64];
        for (int i = 0; i < memory.Length; i++)
        {
            memory[i] = T.CreateTruncating((i * 37 % 64) - 20);
            flags[i] = i % 3 == 0;
        }

        int width = TLane.Width;
        Assert.Equal(memory[3..(3 + width)], Slots<TLane, T>(TLane.Load(ref memory[0], 3)));
        Assert.Equal(flags[5..(5 + width)].Select(flag => flag ? T.One : T.Zero), Slots<TLane, T>(TLane.LoadFlags(ref flags[0], 5)));
        Assert.All(Slots<TLane, T>(TLane.Spread(memory[9])), slot => Assert.Equal(memory[9], slot));
        CheckReductions<TLane, T>(memory);
        for (int count = 0; count <= width; count++)
        {
            CheckFirst<TLane, T>(memory, count);
        }

        CheckStreaming<TLane, T>(memory);
    }

    private static void CheckReductions<TLane, T>(T[] memory)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Small whole numbers: every order of adding gives the same sum.
        TLane lane = TLane.Load(ref memory[0], 7);
        T[] slots = memory[7..(7 + TLane.Width)];
        double sum = slots.Sum(double.CreateTruncating);

        Assert.Equal(sum, double.CreateTruncating(TLane.Sum(lane)));
        Assert.Equal(sum, TLane.SumToDouble(lane));
        Assert.Equal(slots.Max(), TLane.Largest(lane));
        Assert.Equal(slots.Take(TLane.Width - 1).Sum(double.CreateTruncating), TLane.SumOfFirst(lane, TLane.Width - 1));
    }

    private static void CheckFirst<TLane, T>(T[] memory, int count)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T fill = T.CreateTruncating(-99);
        T[] expected = [.. memory[4..(4 + count)], .. Enumerable.Repeat(fill, TLane.Width - count)];
        Assert.Equal(expected, Slots<TLane, T>(TLane.LoadFirst(ref memory[0], 4, count, TLane.Spread(fill))));

        T[] destination = GC.AllocateArray<T>(40, pinned: true);
        TLane.StoreFirst(TLane.Load(ref memory[0], 11), ref destination[0], 2, count);
        T[] stored = [T.Zero, T.Zero, .. memory[11..(11 + count)], .. Enumerable.Repeat(T.Zero, 38 - count)];
        Assert.Equal(stored, destination);
    }

    private static unsafe void CheckStreaming<TLane, T>(T[] memory)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] destination = GC.AllocateArray<T>(64, pinned: true);
        fixed (T* start = destination)
        {
            int aligned = (int)((64 - ((nint)start % 64)) % 64 / sizeof(T));
            TLane.StoreStreaming(TLane.Load(ref memory[0], 1), ref destination[0], aligned);

            Assert.Equal(memory[1..(1 + TLane.Width)], destination[aligned..(aligned + TLane.Width)]);
        }
    }

    private static T[] Slots<TLane, T>(TLane lane)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
    {
        T[] slots = new T[TLane.Width];
        TLane.Store(lane, ref slots[0], 0);
        return slots;
    }
}

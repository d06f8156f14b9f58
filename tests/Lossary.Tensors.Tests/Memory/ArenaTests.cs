namespace Lossary.Tensors.Tests;

public sealed class ArenaTests
{
    [Fact]
    public void Blocks_become_one_and_then_nothing_is_allocated()
    {
        Arena<float> arena = new();
        Fill(arena, 30);
        Assert.True(arena.BlockCount > 1);
        arena.Reset();
        Assert.Equal(1, arena.BlockCount);
        Assert.Equal(0, Allocated(arena, 30));
    }

    [Fact]
    public void Blocks_too_long_for_one_array_stay_and_are_filled_again()
    {
        Arena<float> arena = new(maxBlockLength: 8192);
        Fill(arena, 30);
        int blocks = arena.BlockCount;
        Assert.True(blocks > 3);
        arena.Reset();
        Assert.Equal(0, Allocated(arena, 30));
        Assert.Equal(blocks, arena.BlockCount);
    }

    [Fact]
    public void Pieces_lie_apart_and_one_longer_than_a_block_has_room()
    {
        Arena<double> arena = new(maxBlockLength: 4096);
        List<ArraySegment<double>> pieces = [];
        foreach (int length in (int[])[3000, 10_000, 3000, 5, 0, 4096])
        {
            ArraySegment<double> piece = arena.Rent(length);
            Assert.Equal(length, piece.Count);
            piece.AsSpan().Fill(pieces.Count);
            pieces.Add(piece);
        }

        for (int i = 0; i < pieces.Count; i++)
        {
            Assert.All(pieces[i], number => Assert.Equal(i, number));
        }
    }

    private static long Allocated(Arena<float> arena, int pieces)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Fill(arena, pieces);
        arena.Reset();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Fill(Arena<float> arena, int pieces)
    {
        for (int i = 0; i < pieces; i++)
        {
            arena.Rent(2000).AsSpan().Fill(1);
        }
    }
}

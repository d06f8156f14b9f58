namespace Lossary.Numerics.Tests;

/// <summary>What positions of a pooling read, counted by hand and by the definition.</summary>
public sealed class PoolAxisTests
{
    [Theory]
    [InlineData(8, 3, 3, 1, 1, false, 3)] // ⌊(8 + 2 − 3) / 3⌋ + 1
    [InlineData(8, 2, 3, 1, 1, true, 3)] // ⌈(8 + 2 − 2) / 3⌉ + 1 = 4, but the fourth would start at 8
    [InlineData(9, 2, 3, 1, 1, true, 4)]
    [InlineData(8, 2, 2, 0, 2, true, 4)] // ⌈(8 − 3) / 2⌉ + 1
    public void Positions_are_counted_as_pytorch_counts_them(
        int length, int size, int stride, int padding, int dilation, bool roundsUp, int expected) => Assert.Equal(
        expected, new PoolAxis(length, size, stride, padding, dilation, roundsUp, countsPadding: true).Positions);

    [Theory]
    [InlineData(8, 3, 3, 1, 1, false)]
    [InlineData(9, 2, 3, 1, 1, true)]
    [InlineData(10, 3, 2, 1, 2, false)]
    [InlineData(12, 5, 2, 2, 1, true)]
    public void A_position_reads_those_places_of_its_window_that_lie_inside(
        int length, int size, int stride, int padding, int dilation, bool roundsUp)
    {
        PoolAxis axis = new(length, size, stride, padding, dilation, roundsUp, countsPadding: true);
        for (int position = 0; position < axis.Positions; position++)
        {
            int start = (position * stride) - padding;
            int[] inside =
                [.. Enumerable.Range(0, size).Select(tap => start + (tap * dilation)).Where(x => x >= 0 && x < length)];
            axis.At(position, out int first, out int count, out _);
            Assert.Equal(inside, Enumerable.Range(0, count).Select(i => first + (i * axis.Step)));
        }
    }

    [Fact]
    public void A_mean_counts_padding_up_to_its_edge_only()
    {
        PoolAxis axis = new(9, 2, 3, 1, 1, roundsUp: true, countsPadding: true);
        int[] divisors = new int[axis.Positions];
        for (int position = 0; position < divisors.Length; position++)
        {
            axis.At(position, out _, out _, out divisors[position]);
        }

        // Windows −1…0, 2…3, 5…6, 8…9: the last one's second place is the padding's only one.
        Assert.Equal([2, 2, 2, 2], divisors);
    }

    [Fact]
    public void Even_parts_overlap_where_the_division_leaves_a_rest()
    {
        // PyTorch: start ⌊7 i / 3⌋, end ⌈7 (i + 1) / 3⌉.
        PoolAxis axis = new(7, 3);
        List<(int First, int Count)> parts = [];
        for (int position = 0; position < 3; position++)
        {
            axis.At(position, out int first, out int count, out _);
            parts.Add((first, count));
        }

        Assert.Equal([(0, 3), (2, 3), (4, 3)], parts);
        Assert.False(axis.IsDisjoint);
        Assert.True(new PoolAxis(6, 3).IsTiling);
    }
}

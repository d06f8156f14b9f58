namespace Lossary.Numerics.Tests;

public sealed class RandomStreamTests
{
    [Fact]
    public void Words_are_the_blocks_of_Philox_from_the_lowest_word_up()
    {
        // The published vector of counter 0 and key 0, then the block of counter 1.
        RandomStream stream = new(0);
        uint[] words = [.. Enumerable.Range(0, 5).Select(_ => stream.NextUInt32())];

        Assert.Equal([0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8, (uint)Philox.Block(1, 0)], words);
    }

    [Fact]
    public void Fill_gives_the_same_numbers_however_the_calls_are_grouped()
    {
        float[] atOnce = new float[100], inPieces = new float[100], oneByOne = new float[100];
        new RandomStream(7).FillNormal(atOnce);
        RandomStream pieces = new(7), single = new(7);
        pieces.FillNormal(inPieces.AsSpan(0, 33));
        pieces.FillNormal(inPieces.AsSpan(33, 1));
        pieces.FillNormal(inPieces.AsSpan(34));
        for (int i = 0; i < oneByOne.Length; i++)
        {
            oneByOne[i] = (float)single.NextNormal();
        }

        Assert.Equal(atOnce, inPieces);
        Assert.Equal(atOnce, oneByOne);
        Assert.Equal(pieces.State, single.State);
    }

    [Fact]
    public void Uniform_fills_of_any_length_and_start_are_single_draws()
    {
        for (int length = 0; length < 12; length++)
        {
            for (int start = 0; start < 5; start++)
            {
                RandomStream filled = new(7), single = new(7);
                float[] atOnce = new float[length];
                for (int i = 0; i < start; i++)
                {
                    Assert.Equal(single.NextUInt32(), filled.NextUInt32());
                }

                filled.FillUniform(atOnce);

                Assert.Equal(Enumerable.Range(0, length).Select(_ => single.NextSingle()), atOnce);
                Assert.Equal(single.NextNormal(), filled.NextNormal());
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_restored_state_continues_where_it_was_read(int drawn)
    {
        RandomStream stream = new RandomStream(11).Split("restored");
        for (int i = 0; i < drawn; i++)
        {
            stream.NextUInt32();
        }

        RandomStream restored = new(stream.State);

        Assert.Equal(Words(stream, 9), Words(restored, 9));
    }

    [Fact]
    public void A_child_does_not_depend_on_how_far_its_parent_was_drawn()
    {
        RandomStream parent = new(5);
        uint[] before = Words(parent.Split(3), 8);
        parent.NextNormal();

        Assert.Equal(before, Words(parent.Split(3), 8));
        Assert.Equal(Words(new RandomStream(5).Split("fold"), 8), Words(parent.Split("fold"), 8));
    }

    [Fact]
    public void Parents_and_children_share_no_words()
    {
        RandomStream root = new(1);
        RandomStream[] streams =
        [
            root, root.Split(0), root.Split(1), root.Split(2), root.Split(0).Split(0), root.Split(""), root.Split("a"),
            root.Split("ab"), root.Split("ba"), root.Split("\0a"), root.Split("abcde"), new RandomStream(2),
        ];
        ulong[] words = [.. streams.SelectMany(stream => Enumerable.Range(0, 200).Select(_ => stream.NextUInt64()))];

        // 2,400 numbers of 64 bits: the chance of any two alike is below 2⁻⁴¹.
        Assert.Equal(words.Length, words.Distinct().Count());
    }

    [Fact]
    public void Neighbouring_children_are_uncorrelated()
    {
        RandomStream root = new(12);
        const int Count = 20_000;
        double[] first = new double[Count], second = new double[Count];
        root.Split(0).FillUniform(first);
        root.Split(1).FillUniform(second);
        double covariance = 0;
        for (int i = 0; i < Count; i++)
        {
            covariance += (first[i] - 0.5) * (second[i] - 0.5);
        }

        // Standard error of a correlation is 1/√n; five of them.
        Assert.InRange(covariance * 12 / Count, -5 / Math.Sqrt(Count), 5 / Math.Sqrt(Count));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100)]
    public void Integers_below_a_bound_are_equally_frequent(int bound)
    {
        RandomStream stream = new(99);
        int[] counts = new int[bound];
        const int Each = 1000;
        for (int i = 0; i < Each * bound; i++)
        {
            counts[stream.NextInt(bound)]++;
        }

        Assert.InRange(ChiSquare(counts, Each), 0, bound - 1 + (6 * Math.Sqrt(2 * bound)));
    }

    [Fact]
    public void Uniform_draws_fill_the_unit_interval_evenly()
    {
        RandomStream stream = new(3);
        int[] singles = new int[64], doubles = new int[64];
        for (int i = 0; i < 64_000; i++)
        {
            float single = stream.NextSingle();
            double wide = stream.NextDouble();
            Assert.True(single is >= 0 and < 1 && wide is >= 0 and < 1);
            singles[(int)(single * 64)]++;
            doubles[(int)(wide * 64)]++;
        }

        Assert.InRange(ChiSquare(singles, 1000), 0, 63 + (6 * Math.Sqrt(2 * 63)));
        Assert.InRange(ChiSquare(doubles, 1000), 0, 63 + (6 * Math.Sqrt(2 * 63)));
    }

    [Fact]
    public void Normal_draws_have_the_moments_of_the_normal_distribution()
    {
        const int Count = 200_000;
        double[] draws = new double[Count];
        new RandomStream(21).FillNormal(draws);
        double mean = draws.Sum() / Count;
        double square = draws.Sum(x => x * x) / Count;
        double fourth = draws.Sum(x => x * x * x * x) / Count;

        // Moments 0, 1, 3 with variances 1, 2, 96 over n; five standard errors.
        Assert.InRange(mean, -5 / Math.Sqrt(Count), 5 / Math.Sqrt(Count));
        Assert.InRange(square - 1, -5 * Math.Sqrt(2.0 / Count), 5 * Math.Sqrt(2.0 / Count));
        Assert.InRange(fourth - 3, -5 * Math.Sqrt(96.0 / Count), 5 * Math.Sqrt(96.0 / Count));
    }

    [Fact]
    public void Shuffle_reaches_every_order_equally_often()
    {
        RandomStream stream = new(8);
        int[] counts = new int[27];
        for (int i = 0; i < 6000; i++)
        {
            int[] items = [0, 1, 2];
            stream.Shuffle(items.AsSpan());
            counts[(items[0] * 9) + (items[1] * 3) + items[2]]++;
        }

        int[] seen = [.. counts.Where(count => count > 0)];
        Assert.Equal(6, seen.Length);
        Assert.InRange(ChiSquare(seen, 1000), 0, 5 + (6 * Math.Sqrt(10)));
    }

    [Fact]
    public void A_bound_of_zero_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(1).NextInt(0));
    }

    private static uint[] Words(RandomStream stream, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => stream.NextUInt32())];

    private static double ChiSquare(int[] counts, double expected) =>
        counts.Sum(count => (count - expected) * (count - expected) / expected);
}

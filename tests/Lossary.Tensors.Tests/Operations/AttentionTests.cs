using Lossary.Tests.Shared;
using static Lossary.Tensors.Tests.CentralDifferences;

namespace Lossary.Tensors.Tests;

public sealed class AttentionTests
{
    private static readonly bool[] Ignored = [false, true, false, false, false, false, true, true, true, true];

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Gradients(int heads, bool isCausal)
    {
        // Values are wider than keys, and there are more queries than keys.
        Tensor<double> query = Variable(new Shape(2, 7, 6), 1), key = Variable(new Shape(2, 5, 6), 2);
        Tensor<double> value = Variable(new Shape(2, 5, 12), 3);
        Check(
            tape => tape.Weighed(tape.Attention(query, key, value, heads, new() { IsCausal = isCausal })),
            query, key, value);
    }

    [Fact]
    public void Gradients_where_keys_are_masked()
    {
        Tensor<double> query = Variable(new Shape(2, 3, 4), 4), key = Variable(new Shape(2, 5, 4), 5);
        Tensor<double> value = Variable(new Shape(2, 5, 4), 6);
        Check(
            tape => tape.Weighed(tape.Attention(
                query, key, value, 2, new() { Lengths = [5, 1], IgnoredKeys = Ignored })),
            query, key, value);
    }

    [Fact]
    public void Gradients_where_one_tensor_is_query_key_and_value()
    {
        Tensor<double> input = Variable(new Shape(1, 4, 6), 7);
        Check(tape => tape.Weighed(tape.Attention(input, input, input, 2)), input);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Many_queries_in_blocks_give_what_the_formula_gives(bool isCausal)
    {
        const int Time = 75, Width = 5;
        double[] query = Numbers(Time * Width, 1), key = Numbers(Time * Width, 2), value = Numbers(Time * Width, 3);
        Tape<double> tape = new();
        Shape shape = new(1, Time, Width);
        Tensor<double> output = tape.Attention(
            tape.Constant(shape, query), tape.Constant(shape, key), tape.Constant(shape, value), 1,
            new() { IsCausal = isCausal });
        for (int i = 0; i < Time; i++)
        {
            int seen = isCausal ? i + 1 : Time;
            double[] weights = [.. Enumerable.Range(0, seen).Select(j => Math.Exp(
                Enumerable.Range(0, Width).Sum(c => query[(i * Width) + c] * key[(j * Width) + c]) / Math.Sqrt(Width)))];
            for (int c = 0; c < Width; c++)
            {
                double expected = Enumerable.Range(0, seen).Sum(j => weights[j] * value[(j * Width) + c]) / weights.Sum();
                Assert.Equal(expected, output.Values[(i * Width) + c], 12);
            }
        }
    }

    [Fact]
    public void A_query_that_sees_no_key_gives_zero_and_passes_no_gradient()
    {
        Tensor<double> query = Variable(new Shape(1, 2, 3), 1), key = Variable(new Shape(1, 2, 3), 2);
        Tensor<double> value = Variable(new Shape(1, 2, 3), 3);
        Tape<double> tape = new();
        Tensor<double> output = tape.Attention(query, key, value, 1, new() { IgnoredKeys = [true, true] });
        tape.Backward(tape.Sum(output));
        Assert.All(output.Values.ToArray(), number => Assert.Equal(0, number));
        Assert.All(
            (double[])[.. query.Gradient, .. key.Gradient, .. value.Gradient], number => Assert.Equal(0, number));
    }

    [Fact]
    public void Large_scores_do_not_overflow()
    {
        Tape<float> tape = new();
        Tensor<float> large = tape.Constant(new Shape(1, 2, 1), [1000, 2000]);
        Tensor<float> value = tape.Constant(new Shape(1, 2, 1), [3, 4]);
        Assert.Equal([4, 4], tape.Attention(large, large, value, 1).Values.ToArray());
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        float[] numbers = Array.ConvertAll(Numbers(6 * 40 * 48, 4), number => (float)number);
        float[] alone = On(1);
        Assert.All([2, 3, 4], threads => Assert.Equal(alone, On(threads)));

        float[] On(int threads) => Threads.Run<float[]>(threads, () =>
        {
            Tensor<float> input = Tensor<float>.Variable(new Shape(6, 40, 48), numbers);
            Tape<float> tape = new();
            Tensor<float> output = tape.Attention(input, input, input, 3, new() { IsCausal = true });
            tape.Backward(tape.Mean(output));
            return [.. output.Values, .. input.Gradient];
        });
    }

    [Fact]
    public void A_step_in_steady_state_allocates_nothing()
    {
        Tensor<float> input = Tensor<float>.Variable(new Shape(2, 40, 8), new float[2 * 40 * 8]);
        Tape<float> tape = new();
        int[] lengths = [40, 9];
        void Step()
        {
            tape.Reset();
            tape.Backward(tape.Mean(tape.Attention(input, input, input, 2, new() { Lengths = lengths })));
        }

        for (int i = 0; i < 50; i++)
        {
            Step();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++)
        {
            Step();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(6, 6, 4, "Attention: query is [2, 3, 6], there are 4 heads; they must divide the width 6.")]
    [InlineData(6, 4, 2, "Attention: query is [2, 3, 6], key is [2, 5, 4]; batch and width must be equal.")]
    public void Widths_and_heads_that_do_not_fit_are_refused(int width, int keyWidth, int heads, string message)
    {
        Tape<double> tape = new();
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => tape.Attention(
            tape.Rent(new Shape(2, 3, width)), tape.Rent(new Shape(2, 5, keyWidth)), tape.Rent(new Shape(2, 5, 6)),
            heads));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_and_masks_that_do_not_fit_are_refused()
    {
        Tape<double> tape = new();
        Tensor<double> input = tape.Rent(new Shape(1, 3, 2));
        ArgumentException refusal = Assert.Throws<ArgumentException>(
            () => tape.Attention(input, input, input, 1, new() { Lengths = [4] }));
        Assert.Contains("lengths[0] is 4, the input has 3 steps", refusal.Message, StringComparison.Ordinal);
        refusal = Assert.Throws<ArgumentException>(
            () => tape.Attention(input, input, input, 1, new() { IgnoredKeys = [true] }));
        Assert.Contains("IgnoredKeys has 1 elements; it needs 3.", refusal.Message, StringComparison.Ordinal);
    }

    private static double[] Numbers(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 2) - 1)];
    }
}

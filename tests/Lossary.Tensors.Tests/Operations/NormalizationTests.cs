using Lossary.Tests.Shared;
using static Lossary.Tensors.Tests.CentralDifferences;

namespace Lossary.Tensors.Tests;

public sealed class NormalizationTests
{
    private readonly Tape<double> _tape = new();

    [Fact]
    public void Gradients_of_layer_normalisation_are_slopes()
    {
        Tensor<double> input = Variable(new Shape(5, 11), 1), scale = Variable(new Shape(11), 2);
        Tensor<double> shift = Variable(new Shape(11), 3);
        Check(tape => tape.Weighed(tape.LayerNorm(input, scale, shift, 0.1)), input, scale, shift);
        Check(tape => tape.Weighed(tape.LayerNorm(tape.Scale(input, 3), new Shape(11))), input);
    }

    [Fact]
    public void Gradients_of_layer_normalisation_over_two_axes_are_slopes()
    {
        Tensor<double> input = Variable(new Shape(4, 3, 5), 1), scale = Variable(new Shape(3, 5), 2);
        Tensor<double> shift = Variable(new Shape(3, 5), 3);
        Check(
            tape => tape.Weighed(tape.Add(tape.LayerNorm(input, scale, shift, 0.1), tape.LayerNorm(input, scale, shift, 1))),
            input, scale, shift);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    public void Gradients_of_batch_normalisation_are_slopes(int channels)
    {
        Tensor<double> input = Variable(new Shape(4, 2, 3, channels), 4), scale = Variable(new Shape(channels), 5);
        Tensor<double> shift = Variable(new Shape(channels), 6);
        Check(tape => tape.Weighed(tape.BatchNorm(input, scale, shift, 0.1)), input, scale, shift);
        Check(tape => tape.Weighed(tape.BatchNorm(tape.Scale(input, 2))), input);
        RunningStatistics<double> running = Running(channels);
        Check(tape => tape.Weighed(tape.BatchNormByRunning(input, running, scale, shift)), input, scale, shift);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    public void Gradients_of_group_normalisation_are_slopes(int groups)
    {
        Tensor<double> input = Variable(new Shape(3, 5, 6), 7), scale = Variable(new Shape(6), 8);
        Tensor<double> shift = Variable(new Shape(6), 9);
        Check(tape => tape.Weighed(tape.GroupNorm(input, groups, scale, shift, 0.1)), input, scale, shift);
        Check(tape => tape.Weighed(tape.Add(tape.GroupNorm(input, groups), input)), input);
    }

    [Fact]
    public void Rows_come_out_with_mean_0_and_variance_1()
    {
        // By hand: [1, 2, 3] has mean 2 and variance 2/3.
        double r = Math.Sqrt(1.5);
        Tensor<double> input = _tape.Constant(new Shape(2, 3), [1, 2, 3, 30, 20, 10]);
        Near([-r, 0, r, r, 0, -r], _tape.LayerNorm(input, new Shape(3), epsilon: 0));
        Near([2 - r, 2, 2 + r, 2 + r, 2, 2 - r], _tape.LayerNorm(
            input, _tape.Constant(new Shape(3), [1, 1, 1]), _tape.Constant(new Shape(3), [2, 2, 2]), epsilon: 0));
        Near([-r, 0, r, r, 0, -r], _tape.GroupNorm(input, 1, epsilon: 0));
        Near([-1, -1, -1, 1, 1, 1], _tape.BatchNorm(input, epsilon: 0));
    }

    [Fact]
    public void Running_statistics_move_towards_the_unbiased_ones()
    {
        // By hand: mean 4, variance with n − 1 of [1, 3, 8] is 13; from 0 and 1 by a tenth: 0.4 and 2.2.
        RunningStatistics<double> running = new(
            Tensor<double>.Variable(new Shape(1), [0]), Tensor<double>.Variable(new Shape(1), [1]));
        _tape.BatchNorm(_tape.Constant(new Shape(3, 1), [1, 3, 8]), running: running, momentum: 0.1);
        Assert.Equal(0.4, running.Mean.Scalar, 1e-15);
        Assert.Equal(2.2, running.Variance.Scalar, 1e-15);
        Near([(5 - 0.4) / Math.Sqrt(2.2)], _tape.BatchNormByRunning(
            _tape.Constant(new Shape(1, 1), [5]), running, epsilon: 0));
    }

    [Fact]
    public void A_large_mean_costs_no_digits_of_the_variance()
    {
        double[] numbers = [.. Enumerable.Range(0, 3000).Select(i => 1e8 + Math.Cos(i))];
        double mean = numbers.Average(number => number - 1e8);
        double variance = numbers.Average(number => Math.Pow(number - 1e8 - mean, 2));
        Tensor<double> output = _tape.BatchNorm(_tape.Constant(new Shape(3000, 1), numbers), epsilon: 0);
        Assert.Equal((numbers[7] - 1e8 - mean) / Math.Sqrt(variance), output.Values[7], 1e-7);
    }

    [Fact]
    public void Float_and_double_agree()
    {
        double[] numbers = [.. Enumerable.Range(0, 40 * 70).Select(i => 3 + Math.Sin(i * i))];
        Tape<float> narrow = new();
        Tensor<float> input = narrow.Constant(new Shape(40, 70), [.. numbers.Select(number => (float)number)]);
        Tensor<double> wide = _tape.Constant(new Shape(40, 70), numbers);
        Agree(_tape.LayerNorm(wide, new Shape(70)), narrow.LayerNorm(input, new Shape(70)));
        Agree(_tape.BatchNorm(wide), narrow.BatchNorm(input));
        Agree(_tape.GroupNorm(wide, 7), narrow.GroupNorm(input, 7));
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        float[] numbers = [.. Enumerable.Range(0, 1000 * 130).Select(i => MathF.Sin(i))];
        (float[] alone, float[] shared) = Threads.Both(() => Step(numbers));
        Assert.Equal(alone, shared);
    }

    [Fact]
    public void What_is_not_a_number_stays_in_its_row_or_channel()
    {
        Tensor<double> input = _tape.Constant(new Shape(2, 3), [1, double.NaN, 3, 4, 5, 6]);
        Assert.Equal([true, true, true, false, false, false], NotNumbers(_tape.LayerNorm(input, new Shape(3))));
        Assert.Equal([false, true, false, false, true, false], NotNumbers(_tape.BatchNorm(input)));
        Assert.Equal([true, true, true, false, false, false], NotNumbers(_tape.GroupNorm(input, 1)));
    }

    [Fact]
    public void Wrong_shapes_are_named()
    {
        Tensor<double> input = _tape.Constant(new Shape(2, 4), new double[8]), three = _tape.Constant(new Shape(3), [1, 2, 3]);
        Message("BatchNorm: input is [2, 4], scale is [3]; scale must be [4].", () => _tape.BatchNorm(input, three));
        Message(
            "BatchNorm: input is [1, 4], that is 1 value for each channel; in training the variance needs at least 2.",
            () => _tape.BatchNorm(_tape.Constant(new Shape(1, 4), new double[4])));
        Message(
            "LayerNorm: input is [2, 4], its last axes must be [3].", () => _tape.LayerNorm(input, three, three));
        Message(
            "GroupNorm: input is [2, 4]; its 4 channels cannot be cut into 3 equal groups.",
            () => _tape.GroupNorm(input, 3));
        Message(
            "BatchNormByRunning: the running mean is [3], the running variance [3]; the input's 4 channels need [4].",
            () => _tape.BatchNormByRunning(input, Running(3)));
    }

    [Fact]
    public void A_step_like_the_one_before_allocates_nothing()
    {
        float[] numbers = [.. Enumerable.Range(0, 6 * 130).Select(i => MathF.Sin(i))];
        Tensor<float> input = Tensor<float>.Variable(new Shape(6, 130), numbers);
        Tensor<float> scale = Tensor<float>.Variable(new Shape(130), new float[130]);
        Tape<float> tape = new();
        for (int i = 0; i < 100; i++)
        {
            Record(tape, input, scale);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++)
        {
            Record(tape, input, scale);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static float[] Step(float[] numbers)
    {
        Tensor<float> input = Tensor<float>.Variable(new Shape(1000, 130), numbers);
        Tensor<float> scale = Tensor<float>.Variable(new Shape(130), numbers.AsSpan(0, 130));
        Tape<float> tape = new();
        Tensor<float> output = Record(tape, input, scale);
        return [.. output.Values, .. input.Gradient, .. scale.Gradient];
    }

    private static Tensor<float> Record(Tape<float> tape, Tensor<float> input, Tensor<float> scale)
    {
        tape.Reset();
        Tensor<float> layer = tape.LayerNorm(input, scale, scale), batch = tape.BatchNorm(layer, scale, scale);
        Tensor<float> output = tape.GroupNorm(tape.Softmax(batch), 13, scale);
        tape.Backward(tape.Mean(tape.Multiply(output, output)));
        return output;
    }

    private static RunningStatistics<double> Running(int channels)
    {
        double[] means = [.. Enumerable.Range(0, channels).Select(i => 0.1 * i)];
        double[] variances = [.. Enumerable.Range(0, channels).Select(i => 0.5 + i)];
        return new(new Tensor<double>(new Shape(channels), means), new Tensor<double>(new Shape(channels), variances));
    }

    private static bool[] NotNumbers(Tensor<double> tensor) => [.. tensor.Values.ToArray().Select(double.IsNaN)];

    private static void Agree(Tensor<double> wide, Tensor<float> narrow)
    {
        // The input's rounding, 2⁻²⁴ of numbers up to 4, grown by 1/√variance < 2, and the sums'.
        for (int i = 0; i < wide.Shape.Length; i++)
        {
            Assert.Equal(wide.Values[i], narrow.Values[i], 2e-6);
        }
    }

    private static void Message(string expected, Func<object> refused) => Assert.StartsWith(
        expected, Assert.Throws<ArgumentException>(refused).Message, StringComparison.Ordinal);

    private static void Near(double[] expected, Tensor<double> found) =>
        Assert.Equal(expected, found.Values.ToArray(), (x, y) => Math.Abs(x - y) <= 1e-14);
}

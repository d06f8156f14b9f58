using Lossary.Tests.Shared;

namespace Lossary.Numerics.Tests;

/// <summary>The pooling kernels against their definition.</summary>
public sealed class PoolingTests
{
    public static TheoryData<PoolingShape> Shapes { get; } =
    [
        PoolingShape.Sliding(2, 26, 26, 32, new Window(2) { Stride = 2 }),
        PoolingShape.Sliding(9, 11, 13, 64, new Window(2) { Stride = 2 }),
        PoolingShape.Sliding(2, 9, 8, 3, new Window(3) { Padding = 1 }, countsPadding: false),
        PoolingShape.Sliding(2, 9, 8, 17, new Window(3) { Stride = 2, Padding = 1 }, roundsUp: true),
        PoolingShape.Sliding(1, 10, 7, 5, new Window(2, 3) { StrideHeight = 3, StrideWidth = 2 }, roundsUp: true),
        PoolingShape.Sliding(1, 10, 11, 2, new Window(3, 2) { Dilation = 2, Padding = 1 }),
        PoolingShape.Sliding(3, 1, 20, 4, new Window(1, 4) { StrideWidth = 4 }),
        PoolingShape.Adaptive(2, 5, 7, 6, 2, 3),
        PoolingShape.Adaptive(2, 8, 6, 40, 1, 1),
        PoolingShape.Adaptive(2, 2, 3, 4, 5, 4),
        PoolingShape.Adaptive(0, 2, 3, 4, 1, 1),
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_largest_and_its_gradient_follow_the_definition(PoolingShape shape)
    {
        double[] input = Draw(shape.InputLength, 1), upstream = Draw(shape.OutputLength, 2);
        double[] expected = new double[shape.OutputLength], gradient = new double[shape.InputLength];
        for (int y = 0; y < expected.Length; y++)
        {
            int[] seen = [.. Seen(shape, y, out _)];
            int largest = seen.MaxBy(x => input[x]);
            expected[y] = input[largest];
            gradient[largest] += upstream[y];
        }

        double[] output = Dirt(shape.OutputLength), found = Dirt(shape.InputLength);
        Pooling.Maximum<double>(in shape, input, output);
        Pooling.MaximumGradient<double>(in shape, input, output, upstream, found);
        Assert.Equal(expected, output);
        AssertNear(gradient, found);
        Pooling.MaximumGradient<double>(in shape, input, output, upstream, found, accumulate: true);
        AssertNear([.. gradient.Select(g => 2 * g)], found);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_mean_and_its_gradient_follow_the_definition(PoolingShape shape)
    {
        double[] input = Draw(shape.InputLength, 1), upstream = Draw(shape.OutputLength, 2);
        double[] expected = new double[shape.OutputLength], gradient = new double[shape.InputLength];
        for (int y = 0; y < expected.Length; y++)
        {
            foreach (int x in Seen(shape, y, out int divisor))
            {
                expected[y] += input[x] / divisor;
                gradient[x] += upstream[y] / divisor;
            }
        }

        double[] output = Dirt(shape.OutputLength), found = Dirt(shape.InputLength);
        Pooling.Average<double>(in shape, input, output);
        Pooling.AverageGradient<double>(in shape, upstream, found);
        AssertNear(expected, output);
        AssertNear(gradient, found);
        Pooling.AverageGradient<double>(in shape, upstream, found, accumulate: true);
        AssertNear([.. gradient.Select(g => 2 * g)], found);
    }

    [Fact]
    public void Many_images_give_the_same_bits_on_any_number_of_threads()
    {
        PoolingShape shape = PoolingShape.Sliding(40, 14, 14, 32, new Window(3) { Stride = 2, Padding = 1 });
        float[][] alone = WithThreads(1, shape), four = WithThreads(4, shape);
        Assert.Equal(alone, four);
    }

    [Fact]
    public void Of_equal_numbers_the_first_gets_the_gradient_and_of_nan_the_last()
    {
        PoolingShape shape = PoolingShape.Sliding(1, 2, 4, 1, new Window(2) { Stride = 2 });
        float[] input = [3, 3, float.NaN, 1, 3, 3, 2, float.NaN], output = new float[2], gradient = new float[8];
        Pooling.Maximum<float>(in shape, input, output);
        Pooling.MaximumGradient<float>(in shape, input, output, [5, 7], gradient);
        Assert.Equal([3, float.NaN], output);
        Assert.Equal([5, 0, 0, 0, 0, 0, 0, 7], gradient);
    }

    [Fact]
    public void A_window_larger_than_the_padded_image_is_refused_with_both_sizes()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => PoolingShape.Sliding(1, 4, 3, 1, new Window(6, 2)));
        Assert.Contains("6x2 covers 6x2 pixels", exception.Message, StringComparison.Ordinal);
        Assert.Contains("has only 4x3", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_that_would_see_padding_alone_is_refused()
    {
        Assert.Throws<ArgumentException>(() => PoolingShape.Sliding(1, 4, 4, 1, new Window(2) { Padding = 2 }));
        Assert.Throws<ArgumentException>(
            () => PoolingShape.Sliding(1, 3, 3, 1, new Window(2) { Padding = 1, Dilation = 4 }));
    }

    private static float[][] WithThreads(int degree, PoolingShape shape) => Threads.Run<float[][]>(degree, () =>
    {
        float[] input = [.. Draw(shape.InputLength, 1).Select(x => (float)x)];
        float[] upstream = [.. Draw(shape.OutputLength, 2).Select(x => (float)x)];
        float[] largest = new float[shape.OutputLength], mean = new float[shape.OutputLength];
        float[] ofLargest = new float[shape.InputLength], ofMean = new float[shape.InputLength];
        Pooling.Maximum<float>(in shape, input, largest);
        Pooling.MaximumGradient<float>(in shape, input, largest, upstream, ofLargest);
        Pooling.Average<float>(in shape, input, mean);
        Pooling.AverageGradient<float>(in shape, upstream, ofMean);
        return [largest, mean, ofLargest, ofMean];
    });

    /// <summary>The places of the input that an output sees, and what a mean over them divides by.</summary>
    private static List<int> Seen(PoolingShape s, int output, out int divisor)
    {
        int channel = output % s.Channels, pixel = output / s.Channels;
        int column = pixel % s.OutputWidth, row = pixel / s.OutputWidth % s.OutputHeight;
        int image = pixel / s.OutputWidth / s.OutputHeight;
        s.Rows.At(row, out int firstRow, out int rows, out int rowDivisor);
        s.Columns.At(column, out int firstColumn, out int columns, out int columnDivisor);
        divisor = rowDivisor * columnDivisor;
        List<int> seen = [];
        for (int y = 0; y < rows; y++)
        {
            for (int x = 0; x < columns; x++)
            {
                int place = (((image * s.Height) + firstRow + (y * s.Rows.Step)) * s.Width)
                    + firstColumn + (x * s.Columns.Step);
                seen.Add((place * s.Channels) + channel);
            }
        }

        return seen;
    }

    private static double[] Draw(int length, ulong seed)
    {
        RandomStream random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (2 * random.NextDouble()) - 1)];
    }

    private static double[] Dirt(int length) => [.. Enumerable.Repeat(double.NaN, length)];

    private static void AssertNear(double[] expected, double[] found)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], found[i], 1e-12);
        }
    }
}

using System.Numerics;
using Lossary.Tests.Shared;

namespace Lossary.Numerics.Tests;

/// <summary>The kernels against the definition, over shapes that reach every border, tile and remainder.</summary>
public sealed class ConvolutionTests
{
    public static TheoryData<ConvolutionShape> Shapes { get; } =
    [
        new(1, 1, 1, 1, 1, new Window(1)),
        new(2, 5, 7, 3, 4, new Window(3)),
        new(3, 28, 28, 1, 32, new Window(3)),
        new(7, 13, 13, 32, 64, new Window(3)),
        new(13, 5, 5, 64, 64, new Window(3)),
        new(2, 9, 8, 5, 48, new Window(3) { Padding = 1 }),
        new(2, 9, 8, 16, 80, new Window(5, 3) { PaddingHeight = 2, PaddingWidth = 1 }),
        new(1, 10, 11, 3, 7, new Window(3) { Stride = 2, Padding = 1 }),
        new(2, 11, 12, 4, 6, new Window(4, 2) { StrideHeight = 3, StrideWidth = 2, Padding = 1 }),
        new(2, 12, 13, 3, 5, new Window(3) { Dilation = 2, Padding = 2 }),
        new(2, 14, 13, 3, 5, new Window(3, 2) { Dilation = 2, Stride = 3, Padding = 2 }),
        new(2, 14, 15, 2, 3, new Window(2, 3) { DilationHeight = 4, DilationWidth = 3, Stride = 2, Padding = 1 }),
        new(2, 6, 7, 8, 12, new Window(3) { Padding = 1 }, groups: 4),
        new(2, 7, 7, 64, 32, new Window(2) { Stride = 2, Dilation = 2 }, groups: 2),
        new(2, 6, 6, 20, 20, new Window(3) { Padding = 1 }, groups: 20),
        new(3, 1, 50, 4, 9, new Window(1, 5) { StrideWidth = 2, PaddingWidth = 2 }),
        new(2, 3, 3, 2, 3, new Window(2) { Padding = 3 }),
        new(2, 4, 4, 3, 2, new Window(1) { Stride = 3 }),
        new(9, 20, 40, 16, 17, new Window(3) { Padding = 1 }),
        new(0, 4, 4, 3, 2, new Window(2)),
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Doubles_follow_the_definition(ConvolutionShape shape) => Follow<double>(shape, 1e-12);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Floats_follow_the_definition(ConvolutionShape shape) => Follow<float>(shape, 2e-5);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Any_number_of_threads_gives_the_same_bits(ConvolutionShape shape)
    {
        ConvolutionRun<float> alone = WithThreads(1, shape), four = WithThreads(4, shape);
        Assert.Equal(alone.Output, four.Output);
        Assert.Equal(alone.InputGradient, four.InputGradient);
        Assert.Equal(alone.WeightGradient, four.WeightGradient);
        Assert.Equal(alone.BiasGradient, four.BiasGradient);
    }

    [Fact]
    public void Relu_and_nan_pass_through_the_last_step()
    {
        ConvolutionShape shape = new(1, 1, 4, 1, 1, new Window(1));
        double[] output = new double[4];
        Convolution.Forward<double>(
            in shape, [-1, 2, double.NaN, -3], [1], [0.5], output,
            new double[Convolution.ForwardWorkspace<double>(in shape)], rectify: true);
        Assert.Equal([0, 2.5, double.NaN, 0], output);
    }

    [Fact]
    public void A_pass_allocates_nothing()
    {
        ConvolutionRun<float> run = new(new ConvolutionShape(4, 9, 9, 5, 6, new Window(3) { Padding = 1 }));
        run.All();
        long before = GC.GetAllocatedBytesForCurrentThread();
        run.All();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_window_larger_than_the_padded_image_is_refused_with_both_sizes()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => new ConvolutionShape(1, 4, 3, 1, 1, new Window(3) { Dilation = 3, Padding = 1 }));
        Assert.Contains("3x3 padding 1 dilation 3 covers 7x7 pixels", exception.Message, StringComparison.Ordinal);
        Assert.Contains("has only 6x5", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Channels_that_do_not_fall_into_groups_are_refused_with_their_numbers()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => new ConvolutionShape(1, 4, 4, 6, 8, new Window(3), groups: 4));
        Assert.Contains(
            "6 input channels and 8 output channels do not fall into 4 groups", exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_stride_of_0_and_a_negative_padding_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ConvolutionShape(1, 4, 4, 1, 1, new Window(3) { Stride = 0 }));
        Assert.Throws<ArgumentException>(() => new ConvolutionShape(1, 4, 4, 1, 1, new Window(3) { Padding = -1 }));
    }

    [Fact]
    public void A_span_of_another_length_is_refused_with_both_lengths()
    {
        ConvolutionShape shape = new(1, 4, 4, 1, 1, new Window(3));
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => Convolution.Forward<double>(in shape, new double[15], new double[9], [], new double[4], []));
        Assert.Contains("input has 15 elements, the shape needs 16.", exception.Message, StringComparison.Ordinal);
    }

    private static ConvolutionRun<float> WithThreads(int degree, ConvolutionShape shape) => Threads.Run(degree, () =>
    {
        ConvolutionRun<float> run = new(shape);
        run.All();
        return run;
    });

    private static void Follow<T>(ConvolutionShape shape, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ConvolutionRun<T> run = new(shape);
        run.All();
        double[] x = Wide(run.Input), w = Wide(run.Weights), dy = Wide(run.Upstream);
        Near(NaiveConvolution.Forward(in shape, x, w, Wide(run.Bias)), run.Output, tolerance);
        Near(NaiveConvolution.InputGradient(in shape, dy, w), run.InputGradient, tolerance);
        Near(NaiveConvolution.WeightGradient(in shape, x, dy), run.WeightGradient, tolerance);
        Near(NaiveConvolution.BiasGradient(in shape, dy), run.BiasGradient, tolerance);

        run.Accumulate();
        Near([.. NaiveConvolution.InputGradient(in shape, dy, w).Select(g => 2 * g)], run.InputGradient, tolerance);
        Near([.. NaiveConvolution.WeightGradient(in shape, x, dy).Select(g => 2 * g)], run.WeightGradient, tolerance);
        Near([.. NaiveConvolution.BiasGradient(in shape, dy).Select(g => 2 * g)], run.BiasGradient, tolerance);
    }

    private static void Near<T>(double[] expected, T[] found, double tolerance) where T : INumber<T>
    {
        Assert.Equal(expected.Length, found.Length);
        double scale = expected.Length == 0 ? 0 : expected.Max(Math.Abs);
        for (int i = 0; i < expected.Length; i++)
        {
            double number = double.CreateTruncating(found[i]);
            Assert.True(
                Math.Abs(expected[i] - number) <= tolerance * (1 + scale), $"{i}: expected {expected[i]}, got {number}");
        }
    }

    private static double[] Wide<T>(T[] numbers) where T : INumber<T> =>
        [.. numbers.Select(double.CreateTruncating)];
}

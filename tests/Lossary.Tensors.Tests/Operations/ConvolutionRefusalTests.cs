using Lossary.Numerics;

namespace Lossary.Tensors.Tests;

/// <summary>What does not fit is refused, with the operation and both facts.</summary>
public sealed class ConvolutionRefusalTests
{
    private static readonly Tape<float> Tape = new();

    [Fact]
    public void A_matrix_is_no_image() => Refuses(
        () => Tape.Convolve(Zeros(4, 5), Zeros(3, 3, 1, 2), null, new Window(3)),
        "Convolve: input must be images", "its shape is [4, 5]");

    [Fact]
    public void A_kernel_larger_than_the_image() => Refuses(
        () => Tape.Convolve(Zeros(1, 4, 4, 1), Zeros(5, 5, 1, 2), null, new Window(5)),
        "Convolve: The window 5x5 covers 5x5 pixels", "only 4x4");

    [Fact]
    public void Weights_of_another_number_of_inputs() => Refuses(
        () => Tape.Convolve(Zeros(1, 4, 4, 3), Zeros(3, 3, 2, 8), null, new Window(3)),
        "Convolve: weights is [3, 3, 2, 8]", "needs [3, 3, 3, 8]");

    [Fact]
    public void Channels_that_do_not_fall_into_groups() => Refuses(
        () => Tape.Convolve(Zeros(1, 4, 4, 3), Zeros(3, 3, 1, 8), null, new Window(3), groups: 2),
        "Convolve: 3 input channels and 8 output channels do not fall into 2 groups");

    [Fact]
    public void A_bias_of_another_length() => Refuses(
        () => Tape.Convolve(Zeros(1, 4, 4, 1), Zeros(3, 3, 1, 8), Zeros(7), new Window(3)),
        "Convolve: bias is [7]", "8 output channels");

    [Fact]
    public void More_output_padding_than_the_stride_leaves_open() => Refuses(
        () => Tape.ConvolveTransposed(Zeros(1, 4, 4, 2), Zeros(3, 3, 1, 2), null, new Window(3), 1, 0),
        "ConvolveTransposed: outputPaddingHeight is 1", "stride, which is 1");

    [Fact]
    public void A_pool_window_larger_than_the_image() => Refuses(
        () => Tape.MaxPool(Zeros(1, 2, 2, 1), new Window(3)),
        "MaxPool: The window 3x3 covers 3x3 pixels", "only 2x2");

    [Fact]
    public void Rows_out_of_a_sequence() => Refuses(
        () => Tape.AdaptiveAveragePool(Zeros(1, 9, 2), 2, 3), "AdaptiveAveragePool", "[1, 9, 2]", "2 rows");

    [Fact]
    public void A_mirror_deeper_than_the_image() => Refuses(
        () => Tape.PadImage(Zeros(1, 3, 3, 1), PadMode.Reflect, 3, 0, 0, 0), "PadImage: mode Reflect", "at most 2", "not 3");

    private static void Refuses(Func<Tensor<float>> call, params string[] facts)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(call);
        Assert.NotNull(exception.ParamName);
        Assert.Equal(2, exception.Message.Split("(Parameter").Length);
        Assert.All(facts, fact => Assert.Contains(fact, exception.Message, StringComparison.Ordinal));
    }

    private static Tensor<float> Zeros(params int[] extents)
    {
        Shape shape = new(extents);
        return new Tensor<float>(shape, new float[shape.Length]);
    }
}

using Lossary.Numerics;
using static Lossary.Tensors.Tests.CentralDifferences;

namespace Lossary.Tensors.Tests;

/// <summary>Convolution, pooling and padding on the tape, against central differences.</summary>
public sealed class ConvolutionGradientTests
{
    public static TheoryData<Window, int> Windows { get; } = new()
    {
        { new Window(3), 1 },
        { new Window(2, 3) { Stride = 2, Padding = 1 }, 2 },
        { new Window(3, 2) { Dilation = 2, PaddingHeight = 2, StrideWidth = 2 }, 1 },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void Convolve(Window window, int groups)
    {
        Tensor<double> input = Variable(new Shape(2, 6, 5, 4), 1), bias = Variable(new Shape(6), 2);
        Tensor<double> weights = Variable(new Shape(window.Height, window.Width, 4 / groups, 6), 3);
        Check(tape => tape.Weighed(tape.Convolve(input, weights, bias, window, groups)), input, weights, bias);
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void The_gradient_of_a_convolution_by_its_input_is_differentiated_again(Window window, int groups)
    {
        Tensor<double> input = Variable(new Shape(2, 6, 5, 4), 31), bias = Variable(new Shape(6), 32);
        Tensor<double> weights = Variable(new Shape(window.Height, window.Width, 4 / groups, 6), 33);
        double[] samples = input.Values.ToArray();
        foreach (bool rectify in new[] { false, true })
        {
            Check(Penalty, weights, bias);

            Tensor<double> Penalty(Tape<double> tape)
            {
                Tensor<double> own = tape.Variable(input.Shape, samples);
                Tensor<double> sums = tape.Convolve(own, weights, bias, window, groups, rectify);
                return tape.Weighed(tape.Gradient(tape.Sum(tape.Square(sums)), own));
            }
        }
    }

    [Fact]
    public void The_gradient_of_a_convolution_by_its_kernel_refuses_to_be_differentiated_again()
    {
        Tensor<double> input = Variable(new Shape(1, 4, 4, 1), 34), weights = Variable(new Shape(3, 3, 1, 1), 35);
        Tape<double> tape = new();
        Tensor<double> sum = tape.Sum(tape.Convolve(input, weights, null, new Window(3)));
        NotSupportedException refusal = Assert.Throws<NotSupportedException>(() => tape.Gradient(sum, weights));
        Assert.StartsWith("Convolve cannot be differentiated twice", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Convolve_sequences()
    {
        Tensor<double> input = Variable(new Shape(3, 9, 2), 7), weights = Variable(new Shape(1, 3, 2, 4), 8);
        Window window = new(1, 3) { StrideWidth = 2, PaddingWidth = 1 };
        Check(tape => tape.Weighed(tape.Convolve(input, weights, null, window)), input, weights);
    }

    [Fact]
    public void One_image_convolved_twice_adds_up()
    {
        Tensor<double> input = Variable(new Shape(1, 4, 4, 2), 9), weights = Variable(new Shape(3, 3, 2, 2), 10);
        Check(
            tape =>
            {
                Tensor<double> image = tape.Tanh(input);
                Tensor<double> once = tape.Convolve(image, weights, null, new Window(3) { Padding = 1 });
                Tensor<double> again = tape.ConvolveTransposed(image, weights, null, new Window(3) { Padding = 1 });
                return tape.Weighed(tape.Multiply(once, tape.Add(again, image)));
            },
            input, weights);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ConvolveTransposed(int groups)
    {
        Tensor<double> input = Variable(new Shape(2, 3, 4, 4), 11), bias = Variable(new Shape(2 * groups), 12);
        Tensor<double> weights = Variable(new Shape(3, 2, 2, 4), 13);
        Window window = new(3, 2) { Stride = 2, PaddingHeight = 1 };
        Check(
            tape => tape.Weighed(tape.ConvolveTransposed(input, weights, bias, window, 1, 0, groups)),
            input, weights, bias);
    }

    [Fact]
    public void Relu_in_the_same_pass_is_relu_after_it()
    {
        Tensor<double> input = Variable(new Shape(2, 5, 4, 3), 17), weights = Variable(new Shape(2, 2, 3, 3), 18);
        double[] Gradients(Func<Tape<double>, Tensor<double>> signal)
        {
            Tape<double> tape = new();
            input.ClearGradient();
            weights.ClearGradient();
            Tensor<double> output = signal(tape);
            tape.Backward(tape.Weighed(output));
            return [.. output.Values, .. input.Gradient, .. weights.Gradient];
        }

        Window window = new(2);
        Assert.Equal(
            Gradients(tape => tape.Relu(tape.Convolve(input, weights, null, window))),
            Gradients(tape => tape.Convolve(input, weights, null, window, rectify: true)));
        Assert.Equal(
            Gradients(tape => tape.Relu(tape.ConvolveTransposed(input, weights, null, window))),
            Gradients(tape => tape.ConvolveTransposed(input, weights, null, window, rectify: true)));
    }

    [Fact]
    public void MaxPool()
    {
        Tensor<double> input = Variable(new Shape(2, 5, 6, 3), 14);
        Check(tape => tape.Weighed(tape.MaxPool(input, new Window(2) { Stride = 2 }, roundsUp: true)), input);
        Check(tape => tape.Weighed(tape.MaxPool(input, new Window(3) { Padding = 1 })), input);
        Check(tape => tape.Weighed(tape.AdaptiveMaxPool(input, 2, 4)), input);
    }

    [Fact]
    public void AveragePool()
    {
        Tensor<double> input = Variable(new Shape(2, 5, 6, 3), 15);
        Check(tape => tape.Weighed(tape.AveragePool(input, new Window(2) { Stride = 2 }, roundsUp: true)), input);
        Check(
            tape => tape.Weighed(tape.AveragePool(input, new Window(3) { Padding = 1 }, countsPadding: false)), input);
        Check(tape => tape.Weighed(tape.AdaptiveAveragePool(input, 2, 4)), input);
    }

    [Theory]
    [InlineData(PadMode.Zeros)]
    [InlineData(PadMode.Reflect)]
    [InlineData(PadMode.Replicate)]
    [InlineData(PadMode.Circular)]
    public void Pad(PadMode mode)
    {
        Tensor<double> input = Variable(new Shape(2, 3, 4, 2), 16);
        Check(tape => tape.Weighed(tape.PadImage(input, mode, 2, 1, 0, 3)), input);
    }

    [Fact]
    public void Pad_repeats_what_its_mode_says()
    {
        Tape<double> tape = new();
        Tensor<double> row = tape.Constant(new Shape(1, 3, 1), [1, 2, 3]);
        Assert.Equal([3, 2, 1, 2, 3, 2], tape.PadImage(row, PadMode.Reflect, 0, 0, 2, 1).Values.ToArray());
        Assert.Equal([1, 1, 1, 2, 3, 3], tape.PadImage(row, PadMode.Replicate, 0, 0, 2, 1).Values.ToArray());
        Assert.Equal([2, 3, 1, 2, 3, 1], tape.PadImage(row, PadMode.Circular, 0, 0, 2, 1).Values.ToArray());
        Assert.Equal([0, 0, 1, 2, 3, 0], tape.PadImage(row, PadMode.Zeros, 0, 0, 2, 1).Values.ToArray());
    }

    [Fact]
    public void A_step_in_steady_state_allocates_nothing()
    {
        Tape<float> tape = new();
        Tensor<float> weights = Tensor<float>.Variable(new Shape(3, 3, 2, 5), new float[90]);
        Tensor<float> bias = Tensor<float>.Variable(new Shape(5), new float[5]);
        float[] images = new float[4 * 8 * 8 * 2];
        void Step()
        {
            tape.Reset();
            Tensor<float> input = tape.Constant(new Shape(4, 8, 8, 2), images);
            Tensor<float> signal = tape.Convolve(input, weights, bias, new Window(3), rectify: true);
            signal = tape.AveragePool(tape.MaxPool(signal, new Window(2)), new Window(2) { Stride = 2 });
            tape.Backward(tape.Sum(signal));
        }

        Step();
        Step();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Step();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}

using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;
using Lossary.Tests.Shared;

namespace Lossary.Training.Tests;

/// <summary>Networks of convolution and pooling layers.</summary>
public sealed class ConvolutionLayerTests
{
    [Fact]
    public void The_network_of_the_literature_has_93_322_parameters()
    {
        Network<float> network = ImageNetwork<float>();
        Assert.Equal(93_322, network.ParameterCount);
        Assert.Equal(new Shape(10), network.OutputShape);
        string[] rows =
            [.. network.ToString().Split('\n').Select(row => string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
        Assert.Contains("convolution 3x3, relu [batch, 26, 26, 32] 320", rows);
        Assert.Contains("max pooling 2x2 stride 2 [batch, 5, 5, 64] 0", rows);
        Assert.Contains("flatten [batch, 576] 0", rows);
    }

    [Fact]
    public void A_network_over_images_has_the_gradient_of_differences() => CheckGradient(
        new Shape(18, 16, 2),
        new MaxPool<double>(2),
        new Conv2d<double>(new ConvolutionOptions(2, 4, new Window(3) { Stride = 2, Padding = 1 })
        {
            Activation = Activation.Tanh,
            Groups = 2,
        }),
        new AveragePool<double>(new Window(2), roundsUp: true),
        new ConvTransposed2d<double>(new ConvolutionOptions(4, 3, new Window(2) { Stride = 2 })
        {
            Activation = Activation.Sigmoid,
            OutputPaddingWidth = 1,
        }),
        new AdaptivePool<double>(2, 2),
        new Flatten<double>(),
        new Dense<double>(12, 1));

    [Fact]
    public void A_network_over_sequences_has_the_gradient_of_differences() => CheckGradient(
        new Shape(11, 2),
        new Conv1d<double>(2, 4, 3, Activation.Tanh),
        new MaxPool<double>(new Window(1, 2) { StrideWidth = 2 }),
        new ConvTransposed1d<double>(new ConvolutionOptions(4, 3, new Window(1, 3)) { HasBias = false }),
        new AdaptivePool<double>(1, 3, takesLargest: true),
        new GlobalAverage<double>(),
        new Dense<double>(3, 1));

    [Fact]
    public void Any_number_of_threads_gives_the_same_gradient()
    {
        (float[] alone, float[] shared) = Threads.Both(Gradient);
        Assert.Equal(alone, shared);
    }

    [Fact]
    public void Samples_of_another_kind_are_refused_with_both_shapes()
    {
        Assert.Contains(
            "takes samples of [height, width, 3], but gets samples of [28, 28, 1]",
            Assert.Throws<ArgumentException>(() => new Conv2d<float>(3, 8, 3).OutputShape(new Shape(28, 28, 1))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "gets samples of [7]",
            Assert.Throws<ArgumentException>(() => new MaxPool<float>(2).OutputShape(new Shape(7))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(
            () => new Conv1d<float>(new ConvolutionOptions(1, 1, new Window(3))));
        Assert.Throws<ArgumentException>(
            () => new Conv2d<float>(new ConvolutionOptions(3, 4, new Window(3)) { Groups = 2 }));
    }

    [Fact]
    public void Weights_start_within_the_bound_of_he_before_relu()
    {
        Conv2d<double> layer = new(8, 16, 3, Activation.Relu);
        _ = new Network<double>(new Shape(5, 5, 8), [layer], seed: 1);
        double bound = Math.Sqrt(6.0 / (3 * 3 * 8));
        double[] weights = layer.Parameters[0].Tensor.Values.ToArray();
        Assert.All(weights, weight => Assert.InRange(weight, -bound, bound));
        Assert.InRange(weights.Max(), 0.98 * bound, bound);
    }

    private static Network<T> ImageNetwork<T>()
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => new(
        new Shape(28, 28, 1),
        [
            new Conv2d<T>(1, 32, 3, Activation.Relu), new MaxPool<T>(2), new Conv2d<T>(32, 64, 3, Activation.Relu),
            new MaxPool<T>(2), new Conv2d<T>(64, 64, 3, Activation.Relu), new Flatten<T>(),
            new Dense<T>(576, 64, Activation.Relu), new Dense<T>(64, 10),
        ],
        seed: 1);

    private static float[] Gradient()
    {
        Network<float> network = ImageNetwork<float>();
        RandomStream random = new(2);
        float[] images = new float[20 * 28 * 28];
        foreach (ref float pixel in images.AsSpan())
        {
            pixel = (float)random.NextDouble();
        }

        Tape<float> tape = new();
        Tensor<float> scores = network.Forward(tape, tape.Constant(new Shape(20, 28, 28, 1), images));
        tape.Backward(tape.Sum(tape.Multiply(scores, scores)));
        return network.Gradients.ToArray();
    }

    private static void CheckGradient(Shape sample, params Layer<double>[] layers)
    {
        const int Rows = 3;
        Network<double> network = new(sample, layers, seed: 3);
        ISampleLoss loss = LossCatalogue.Create<ISampleLoss>("squared");
        Random random = new(4);
        double[] features = [.. Enumerable.Range(0, Rows * sample.Length).Select(_ => random.NextDouble() - 0.5)];
        double[] targets = [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())];
        Tape<double> tape = new();
        Tensor<double> Objective()
        {
            tape.Reset();
            Tensor<double> input = tape.Constant(sample.WithBatch(Rows), features);
            return tape.Loss(loss, network.Forward(tape, input), targets, default, out _);
        }

        network.ClearGradients();
        tape.Backward(Objective());
        double[] gradient = network.Gradients.ToArray();
        const double Step = 1e-3;
        for (int i = 0; i < gradient.Length; i++)
        {
            double centre = network.Weights[i];
            double At(double steps)
            {
                network.Weights[i] = centre + (steps * Step);
                return Objective().Scalar;
            }

            double slope = ((8 * (At(1) - At(-1))) - (At(2) - At(-2))) / (12 * Step);
            network.Weights[i] = centre;
            Assert.True(
                Math.Abs(gradient[i] - slope) <= 1e-7 * (1 + Math.Abs(slope)),
                $"parameter {i}: the tape says {gradient[i]}, differences say {slope}");
        }
    }
}

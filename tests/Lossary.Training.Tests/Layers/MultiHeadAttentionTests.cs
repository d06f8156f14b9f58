using Lossary.Tensors;

namespace Lossary.Training.Tests;

public sealed class MultiHeadAttentionTests
{
    private const int Time = 6, Width = 4;

    [Fact]
    public void Steps_beyond_a_length_are_not_asked()
    {
        Network<double> network = new(new Shape(Time, Width), [new MultiHeadAttention<double>(Width, 2)], seed: 5);
        double[] numbers = Numbers(Time * Width);
        double[] before = Run(network, numbers, [4]);
        numbers[^1] = 9;
        Assert.Equal(before[..(4 * Width)], Run(network, numbers, [4])[..(4 * Width)]);
        Assert.NotEqual(before[0], Run(network, numbers, [])[0]);
    }

    [Fact]
    public void A_sequence_can_ask_another()
    {
        MultiHeadAttention<double> layer = new(Width, 2);
        _ = new Network<double>(new Shape(Time, Width), [layer], seed: 6);
        Tape<double> tape = new();
        ForwardPass<double> pass = new(tape);
        Tensor<double> asking = tape.Constant(new Shape(1, 2, Width), Numbers(2 * Width));
        Tensor<double> answering = tape.Constant(new Shape(1, 3, Width), Numbers(3 * Width));
        Tensor<double> output = layer.Forward(in pass, asking, answering, [1]);
        Assert.Equal(new Shape(1, 2, Width), output.Shape);

        // Where only one step answers, everybody hears the same.
        Assert.Equal(output.Values[..Width].ToArray(), output.Values[Width..].ToArray());
    }

    [Fact]
    public void Sinusoidal_positions_are_those_of_the_paper()
    {
        Network<double> network = new(new Shape(3, Width), [new SinusoidalPositions<double>(Width, 5)], seed: 7);
        double[] positions = Run(network, new double[3 * Width], []);
        Assert.Equal(
            [Math.Sin(2), Math.Cos(2), Math.Sin(0.02), Math.Cos(0.02)], positions[(2 * Width)..],
            (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Fact]
    public void The_name_says_what_it_is() => Assert.Equal(
        "causal attention, 2 heads", new MultiHeadAttention<float>(Width, 2, isCausal: true).Name);

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        string heads = Assert.Throws<ArgumentException>(() => new MultiHeadAttention<float>(6, 4)).Message;
        Assert.Contains("The width is 6, there are 4 heads", heads, StringComparison.Ordinal);
        string time = Assert.Throws<ArgumentException>(
            () => new Network<float>(new Shape(9, 4), [new SinusoidalPositions<float>(4, 8)], seed: 0)).Message;
        Assert.Contains("at most 8 rows of 4, but gets samples of [9, 4]", time, StringComparison.Ordinal);
        string width = Assert.Throws<ArgumentException>(
            () => new Network<float>(new Shape(9, 5), [new MultiHeadAttention<float>(4, 2)], seed: 0)).Message;
        Assert.Contains("rows of 4, [time, 4], but gets samples of [9, 5]", width, StringComparison.Ordinal);
    }

    private static double[] Run(Network<double> network, double[] numbers, ReadOnlySpan<int> lengths)
    {
        Tape<double> tape = new();
        ForwardPass<double> pass = new(tape, noise: null, lengths);
        Tensor<double> input = tape.Constant(new Shape(1, numbers.Length / Width, Width), numbers);
        return network.Forward(in pass, input).Values.ToArray();
    }

    private static double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => Math.Sin(1.7 * i))];
}

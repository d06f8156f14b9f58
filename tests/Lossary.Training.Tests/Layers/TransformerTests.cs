using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training.Tests;

public sealed class TransformerTests
{
    private const int Time = 6, Width = 4;

    [Fact]
    public void The_table_says_how_a_network_is_built()
    {
        // Attention: 4 · (4 · 4 + 4) = 80; dense: 4 · 16 + 16 = 80 and 16 · 4 + 4 = 68.
        Network<float> network = new(
            new Shape(Time, Width),
            [
                new LearnedPositions<float>(Width, 8),
                new TransformerBlock<float>(Width, 2, new() { IsPreNorm = true, IsCausal = true, Dropout = 0.1 }),
            ],
            seed: 1);
        string table = network.ToString();
        Assert.Contains("transformer block, norms first, dropout 0.1", table, StringComparison.Ordinal);
        Assert.Contains("causal attention, 2 heads", table, StringComparison.Ordinal);
        Assert.Equal((8 * Width) + 80 + 80 + 68 + 8 + 8, network.ParameterCount);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Gradients_are_the_slopes(bool isPreNorm, bool isCausal)
    {
        Network<double> network = new(
            new Shape(Time, Width),
            [
                new LearnedPositions<double>(Width, Time + 1), new SinusoidalPositions<double>(Width, Time),
                new TransformerBlock<double>(Width, 2, new()
                {
                    IsPreNorm = isPreNorm,
                    IsCausal = isCausal,
                    Activation = Activation.Gelu,
                    FeedForward = 5,
                    Dropout = 0.2,
                }),
            ],
            seed: 2);
        Tape<double> tape = new();
        double[] numbers = Numbers(2 * Time * Width), weights = [.. numbers.Select(Math.Cos)];
        int[] lengths = [4, 6];
        Tensor<double> Objective()
        {
            tape.Reset();
            Shape shape = new(2, Time, Width);
            ForwardPass<double> pass = new(tape, new RandomStream(3), lengths);
            Tensor<double> output = network.Forward(in pass, tape.Constant(shape, numbers));
            return tape.Sum(tape.Multiply(output, tape.Constant(shape, weights)));
        }

        network.ClearGradients();
        tape.Backward(Objective());
        double[] gradients = network.Gradients.ToArray();
        const double Step = 1e-3;
        for (int i = 0; i < gradients.Length; i += 3)
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
                Math.Abs(gradients[i] - slope) <= 1e-7 * (1 + Math.Abs(slope)),
                $"weight {i}: the tape says {gradients[i]}, differences say {slope}");
        }
    }

    [Fact]
    public void A_causal_block_sees_nothing_later()
    {
        Network<double> network = new(
            new Shape(Time, Width), [new TransformerBlock<double>(Width, 1, new() { IsCausal = true })], seed: 4);
        double[] numbers = Numbers(Time * Width);
        double[] before = Run(network, numbers, []);
        numbers[^1] = 9;
        double[] after = Run(network, numbers, []);
        Assert.Equal(before[..^Width], after[..^Width]);
        Assert.NotEqual(before[^1], after[^1]);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        string heads = Assert.Throws<ArgumentException>(() => new MultiHeadAttention<float>(6, 4)).Message;
        Assert.Contains("The width is 6, there are 4 heads", heads, StringComparison.Ordinal);
        string time = Assert.Throws<ArgumentException>(
            () => new Network<float>(new Shape(9, 4), [new LearnedPositions<float>(4, 8)], seed: 0)).Message;
        Assert.Contains("at most 8 rows of 4, but gets samples of [9, 4]", time, StringComparison.Ordinal);
        string width = Assert.Throws<ArgumentException>(
            () => new Network<float>(new Shape(9, 5), [new TransformerBlock<float>(4, 2)], seed: 0)).Message;
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

using Lossary.Tests.Shared;
using static Lossary.Tensors.Tests.CentralDifferences;

namespace Lossary.Tensors.Tests;

public sealed class SoftmaxTests
{
    private readonly Tape<double> _tape = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    public void Gradients_are_slopes_along_every_axis(int axis)
    {
        Tensor<double> input = Variable(new Shape(3, 4, 11), 1);
        Check(tape => tape.Weighed(tape.Softmax(input, axis)), input);
        Check(tape => tape.Weighed(tape.LogSoftmax(input, axis)), input);
        Check(tape => tape.Weighed(tape.Softmin(input, axis)), input);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void The_gradient_can_be_differentiated_again(int axis)
    {
        Tensor<double> input = Variable(new Shape(3, 4), 3);
        Check(tape => tape.Weighed(tape.Gradient(tape.Weighed(tape.Softmax(input, axis)), input)), input);
        Check(tape => tape.Weighed(tape.Gradient(tape.Weighed(tape.LogSoftmax(input, axis)), input)), input);
        Check(tape => tape.Weighed(tape.Gradient(tape.Weighed(tape.Softmin(input, axis)), input)), input);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-2)]
    public void Gradients_of_a_gated_unit_are_slopes(int axis)
    {
        Tensor<double> input = Variable(new Shape(3, 6, 5), 2);
        Check(tape => tape.Weighed(tape.Glu(input, axis)), input);
        Check(tape => tape.Weighed(tape.Add(tape.Glu(input, axis), tape.Glu(input, axis))), input);
    }

    [Fact]
    public void Shares_are_powers_over_their_sum()
    {
        // By hand: ln 1, ln 2, ln 5 have the shares 1/8, 2/8, 5/8, and negated 10/17, 5/17, 2/17.
        Tensor<double> input = _tape.Constant(new Shape(1, 3), [0, Math.Log(2), Math.Log(5)]);
        Near([0.125, 0.25, 0.625], _tape.Softmax(input));
        Near([Math.Log(0.125), Math.Log(0.25), Math.Log(0.625)], _tape.LogSoftmax(input));
        Near([10 / 17.0, 5 / 17.0, 2 / 17.0], _tape.Softmin(input));
    }

    [Fact]
    public void Every_axis_gives_what_the_last_gives_of_the_transposed()
    {
        double[] numbers = [.. Enumerable.Range(0, 13 * 21).Select(i => 5 * Math.Cos(i))];
        double[] turned = [.. Enumerable.Range(0, 13 * 21).Select(i => numbers[(i % 13 * 21) + (i / 13)])];
        double[] first = _tape.Softmax(_tape.Constant(new Shape(13, 21), numbers), 0).Values.ToArray();
        double[] last = _tape.Softmax(_tape.Constant(new Shape(21, 13), turned), 1).Values.ToArray();
        for (int i = 0; i < last.Length; i++)
        {
            Assert.Equal(last[i], first[(i % 13 * 21) + (i / 13)], 1e-15);
        }
    }

    [Fact]
    public void Large_numbers_do_not_overflow_and_what_is_not_a_number_spoils_its_row_only()
    {
        Tensor<double> input = _tape.Constant(
            new Shape(3, 2), [1e4, -1e4, double.NaN, 0, double.NegativeInfinity, 3]);
        double[] shares = _tape.Softmax(input).Values.ToArray();
        Assert.Equal([1, 0], shares[..2]);
        Assert.All(shares[2..4], share => Assert.True(double.IsNaN(share)));
        Assert.Equal([0, 1], shares[4..]);
        Assert.Equal([0, -2e4], _tape.LogSoftmax(input).Values[..2].ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Any_number_of_threads_gives_the_same_bits(int axis)
    {
        float[] numbers = [.. Enumerable.Range(0, 40 * 300 * 7).Select(i => MathF.Sin(i) * 4)];
        (float[] alone, float[] shared) = Threads.Both(() =>
        {
            Tape<float> tape = new();
            Tensor<float> input = Tensor<float>.Variable(new Shape(40, 300 * 7), numbers);
            Tensor<float> output = tape.LogSoftmax(tape.Reshape(input, new Shape(40, 300, 7)), axis + 1);
            tape.Backward(tape.Mean(tape.Multiply(output, output)));
            return (float[])[.. output.Values, .. input.Gradient];
        });
        Assert.Equal(alone, shared);
    }

    [Fact]
    public void Wrong_shapes_are_named()
    {
        Tensor<double> input = _tape.Constant(new Shape(2, 3), new double[6]);
        Assert.Equal(
            "Softmax: input is [2, 3]; it has no axis 2. (Parameter 'axis')",
            Assert.Throws<ArgumentException>(() => _tape.Softmax(input, 2)).Message);
        Assert.Equal(
            "Glu: input is [2, 3]; its extent along axis -1 is 3, and must be even. (Parameter 'input')",
            Assert.Throws<ArgumentException>(() => _tape.Glu(input)).Message);
    }

    [Fact]
    public void An_empty_batch_stays_empty()
    {
        Assert.Equal(new Shape(0, 3), _tape.Softmax(_tape.Constant(new Shape(0, 3), [])).Shape);
        Assert.Equal(new Shape(0, 2), _tape.Glu(_tape.Constant(new Shape(0, 4), [])).Shape);
    }

    private static void Near(double[] expected, Tensor<double> found) =>
        Assert.Equal(expected, found.Values.ToArray(), (x, y) => Math.Abs(x - y) <= 1e-15);
}

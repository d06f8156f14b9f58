using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class NormalisedRowsTests
{
    [Fact]
    public void A_row_becomes_its_direction_and_its_gradient_is_across_it()
    {
        // By hand: y = (0.6, 0.8); d y1 / d x = (1 - 0.36, -0.48) / 5.
        Tensor<double> rows = Tensor<double>.Variable(new Shape(2, 2), [3, 4, 0, 0]);
        Tape<double> tape = new();
        Tensor<double> directions = tape.NormaliseRows(rows);
        tape.Backward(tape.Sum(tape.Slice(directions, 1, 0, 1)));
        double[] expected = [0.6, 0.8, 0, 0], slopes = [0.128, -0.096, 0, 0];
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(expected[i], directions.Values[i], 1e-15);
            Assert.Equal(slopes[i], rows.Gradient[i], 1e-15);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(37)]
    public void Rows_of_any_width_agree_with_single_operations(int width)
    {
        double[] numbers = [.. Enumerable.Range(0, 5 * width).Select(i => Math.Sin((1.7 * i) + 1))];
        Tensor<double> rows = Tensor<double>.Variable(new Shape(5, width), numbers);
        Tensor<double> same = Tensor<double>.Variable(new Shape(5, width), numbers);
        Tape<double> tape = new();
        Tensor<double> weights = tape.Constant(rows.Shape, [.. numbers.Select(x => Math.Cos(3 * x))]);
        tape.Backward(tape.Sum(tape.Multiply(tape.NormaliseRows(rows), weights)));
        Tensor<double> norms = tape.Sqrt(tape.Sum(tape.Square(same), [-1], keepDimensions: true));
        tape.Backward(tape.Sum(tape.Multiply(tape.Divide(same, tape.BroadcastTo(norms, same.Shape)), weights)));
        for (int i = 0; i < numbers.Length; i++)
        {
            Assert.Equal(same.Gradient[i], rows.Gradient[i], 1e-14);
        }
    }
}

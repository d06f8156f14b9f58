using static Lossary.Tensors.Tests.CentralDifferences;

namespace Lossary.Tensors.Tests;

public sealed class GatherTests
{
    private readonly Tape<double> _tape = new();

    [Fact]
    public void Rows_are_gathered_in_the_indices_order_and_shape()
    {
        Tensor<double> table = _tape.Constant(new Shape(3, 2), [0, 1, 10, 11, 20, 21]);
        Tensor<double> rows = _tape.Gather(table, _tape.Constant(new Shape(2, 2), [2, 0, 0, 1]));
        Assert.Equal(new Shape(2, 2, 2), rows.Shape);
        Assert.Equal([20, 21, 0, 1, 0, 1, 10, 11], rows.Values.ToArray());
    }

    [Fact]
    public void Rows_with_one_index_add_up()
    {
        Tensor<double> rows = _tape.Constant(new Shape(3, 2), [1, 2, 10, 20, 100, 200]);
        Tensor<double> table = _tape.ScatterAdd(rows, _tape.Constant(new Shape(3), [1, 3, 1]), new Shape(4, 2));
        Assert.Equal([0, 0, 101, 202, 0, 0, 10, 20], table.Values.ToArray());
    }

    [Fact]
    public void Gradients_are_slopes_also_of_second_order()
    {
        Tensor<double> table = Variable(new Shape(4, 3), 1), rows = Variable(new Shape(5, 3), 2);
        double[] indices = [3, 0, 3, 1, 3];
        Check(Gathered, table);
        Check(tape => tape.Weighed(tape.Gradient(Gathered(tape), table)), table);
        Check(Scattered, rows);
        Check(tape => tape.Weighed(tape.Gradient(Scattered(tape), rows)), rows);

        Tensor<double> Gathered(Tape<double> tape) => tape.Add(
            tape.Weighed(tape.Exp(tape.Gather(table, tape.Constant(new Shape(5), indices)))), tape.Weighed(table));

        Tensor<double> Scattered(Tape<double> tape) => tape.Weighed(
            tape.Exp(tape.ScatterAdd(rows, tape.Constant(new Shape(5), indices), new Shape(4, 3))));
    }

    [Theory]
    [InlineData(3, "indices[1] is 3; an integer in 0 … 2 is expected, for 3 rows")]
    [InlineData(-1, "indices[1] is -1;")]
    [InlineData(0.5, "indices[1] is 0.5;")]
    [InlineData(double.NaN, "indices[1] is NaN;")]
    public void An_index_that_is_none_is_refused(double index, string because)
    {
        Tensor<double> table = _tape.Constant(new Shape(3, 2), new double[6]);
        Tensor<double> indices = _tape.Constant(new Shape(2), [0, index]);
        _tape.Scope = "embedding";
        ArgumentException refused = Assert.Throws<ArgumentException>(() => _tape.Gather(table, indices));
        Assert.Contains("Gather in embedding: " + because, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_rows_for_the_indices_are_refused()
    {
        Tensor<double> rows = _tape.Constant(new Shape(3, 2), new double[6]);
        ArgumentException refused = Assert.Throws<ArgumentException>(
            () => _tape.ScatterAdd(rows, _tape.Constant(new Shape(2), [0, 1]), new Shape(4, 2)));
        Assert.Contains(
            "input is [3, 2], indices is [2], shape is [4, 2]", refused.Message, StringComparison.Ordinal);
    }
}

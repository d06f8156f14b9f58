using Lossary.Tests.Shared;
using static Lossary.Tensors.Tests.CentralDifferences;

namespace Lossary.Tensors.Tests;

public sealed class EmbeddingTests
{
    private readonly Tape<double> _tape = new();

    [Fact]
    public void Gradients_are_slopes()
    {
        Tensor<double> table = Variable(new Shape(5, 3), 1);
        Tensor<double> ids = new(new Shape(2, 3), (double[])[4, 0, 4, 2, 4, 1]);
        Check(tape => tape.Weighed(tape.Embedding(ids, table)), table);
        Check(tape => tape.Weighed(tape.Add(tape.Embedding(ids, table), tape.Embedding(ids, table))), table);
    }

    [Fact]
    public void Rows_are_looked_up_and_the_padding_is_left_alone()
    {
        Tensor<double> table = Tensor<double>.Variable(new Shape(3, 2), [1, 2, 3, 4, 5, 6]);
        Tensor<double> ids = _tape.Constant(new Shape(4), [2, 0, 1, 2]);
        Tensor<double> rows = _tape.Embedding(ids, table, padding: 0);
        Assert.Equal(new Shape(4, 2), rows.Shape);
        Assert.Equal([5, 6, 1, 2, 3, 4, 5, 6], rows.Values.ToArray());
        _tape.Backward(_tape.Sum(rows));
        Assert.Equal([0, 0, 1, 1, 2, 2], table.Gradient.ToArray());
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        float[] ids = [.. Enumerable.Range(0, 9000).Select(i => (float)((i * 7919) % 101))];
        (float[] alone, float[] shared) = Threads.Both(() =>
        {
            Tensor<float> table = Tensor<float>.Variable(new Shape(101, 24), new float[101 * 24]);
            Tape<float> tape = new();
            Tensor<float> rows = tape.Embedding(new Tensor<float>(new Shape(9000), ids), table);
            Tensor<float> weights = tape.Constant(
                rows.Shape, [.. Enumerable.Range(0, rows.Shape.Length).Select(i => MathF.Sin(i))]);
            tape.Backward(tape.Sum(tape.Multiply(rows, weights)));
            return table.Gradient.ToArray();
        });
        Assert.Equal(alone, shared);
    }

    [Theory]
    [InlineData(3, "Embedding: ids[1] is 3, table is [3, 2]; ids are whole numbers from 0 to 2.")]
    [InlineData(-1, "Embedding: ids[1] is -1, table is [3, 2]; ids are whole numbers from 0 to 2.")]
    [InlineData(0.5, "Embedding: ids[1] is 0.5, table is [3, 2]; ids are whole numbers from 0 to 2.")]
    [InlineData(double.NaN, "Embedding: ids[1] is NaN, table is [3, 2]; ids are whole numbers from 0 to 2.")]
    public void An_id_that_is_no_row_is_refused(double id, string message)
    {
        Tensor<double> table = _tape.Constant(new Shape(3, 2), new double[6]);
        Tensor<double> ids = _tape.Constant(new Shape(2), [0, id]);
        string found = Assert.Throws<ArgumentException>(() => _tape.Embedding(ids, table)).Message;
        Assert.StartsWith(message, found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_padding_that_is_no_row_is_refused() => Assert.StartsWith(
        "Embedding: padding is 3, table is [3, 2]; it has no such row.",
        Assert.Throws<ArgumentException>(() => _tape.Embedding(
            _tape.Constant(new Shape(1), [0]), _tape.Constant(new Shape(3, 2), new double[6]), 3)).Message,
        StringComparison.Ordinal);
}

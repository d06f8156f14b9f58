using static Lossary.Tensors.Tests.CentralDifferences;

namespace Lossary.Tensors.Tests;

public sealed class ConcatenateTests
{
    private readonly Tape<double> _tape = new();

    [Fact]
    public void Parts_of_a_tensor_put_together_are_the_tensor()
    {
        Tensor<double> x = Variable(new Shape(4, 6, 5), 1);
        for (int axis = 0; axis < 3; axis++)
        {
            Tensor<double>[] parts = new Tensor<double>[3];
            int rest = x.Shape[axis] - 3;
            _tape.Split(x, axis, [1, rest, 2], parts);
            Tensor<double> together = _tape.Concatenate(axis, parts);
            Assert.Equal(x.Shape, together.Shape);
            Assert.Equal(x.Values.ToArray(), together.Values.ToArray());
        }
    }

    [Fact]
    public void Stacked_tensors_stand_side_by_side_along_the_new_axis()
    {
        Tensor<double> a = _tape.Constant(new Shape(2, 2), [1, 2, 3, 4]);
        Tensor<double> b = _tape.Constant(new Shape(2, 2), [5, 6, 7, 8]);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], _tape.Stack(0, a, b).Values.ToArray());
        Assert.Equal([1, 2, 5, 6, 3, 4, 7, 8], _tape.Stack(1, a, b).Values.ToArray());
        Tensor<double> last = _tape.Stack(2, a, b);
        Assert.Equal([1, 5, 2, 6, 3, 7, 4, 8], last.Values.ToArray());
        Assert.Equal(new Shape(2, 2, 2), last.Shape);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Gradients_go_back_to_their_parts_also_of_second_order(int axis)
    {
        Tensor<double> x = Variable(new Shape(2, 3, 4), 2), y = Variable(new Shape(2, 3, 4).With(axis, 5), 3);
        Check(Joined, x, y);
        Check(Stacked, x);
        Check(tape => tape.Weighed(tape.Gradient(Joined(tape), y)), x, y);
        Check(tape => tape.Weighed(tape.Gradient(Stacked(tape), x)), x);

        Tensor<double> Joined(Tape<double> tape) =>
            tape.Weighed(tape.Exp(tape.Concatenate(axis, x, y, tape.Square(x))));

        Tensor<double> Stacked(Tape<double> tape) => tape.Weighed(tape.Exp(tape.Stack(axis, x, tape.Square(x))));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused_with_both()
    {
        _tape.Scope = "skip";
        Tensor<double> a = _tape.Constant(new Shape(2, 3), new double[6]);
        Tensor<double> b = _tape.Constant(new Shape(3, 3), new double[9]);
        Refused("Concatenate in skip: input 0 is [2, 3], input 1 is [3, 3]", () => _tape.Concatenate(1, a, b));
        Refused("Stack in skip: input 0 is [2, 3], input 1 is [3, 3]", () => _tape.Stack(0, a, b));
        Refused("Stack in skip: inputs are [2, 3], axis is 3", () => _tape.Stack(3, a, a));
        Refused("Concatenate in skip: inputs is empty", () => _tape.Concatenate<double>(0));
        Refused("axis is -3; axes are -2 … 1", () => _tape.Concatenate(-3, a, a));
    }

    [Fact]
    public void A_step_of_shapes_allocates_nothing()
    {
        Tensor<float> x = Tensor<float>.Variable(new Shape(8, 12), new float[96]);
        Tensor<float> table = Tensor<float>.Variable(new Shape(5, 12), new float[60]);
        Tensor<float>[] parts = new Tensor<float>[3];
        float[] indices = [0, 4, 4, 2];
        Tape<float> tape = new() { WatchForNaN = true };
        void Step()
        {
            tape.Reset();
            tape.Split(tape.Reshape(x, new Shape(4, 24)), 1, parts);
            Tensor<float> joined = tape.Concatenate(0, parts[0], parts[1], tape.Pad(tape.Slice(x, 1, 2, 6), 1, 1, 1));
            Tensor<float> rows = tape.Gather(table, tape.Constant(new Shape(4), indices));
            Tensor<float> row = tape.Max(tape.Stack(0, rows, tape.Exp(rows)), [0, 1]);
            Tensor<float> sum = tape.Add(tape.Transpose(tape.Slice(joined, 1, 0, 4)), tape.Slice(row, 0, 0, 1));
            tape.Backward(tape.Sum(tape.Square(tape.LogSumExp(tape.Where(tape.Less(sum, sum), sum, sum), [1]))));
        }

        for (int i = 0; i < 100; i++)
        {
            Step();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Step();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Refused(string because, Action attempt) =>
        Assert.Contains(because, Assert.Throws<ArgumentException>(attempt).Message, StringComparison.Ordinal);
}

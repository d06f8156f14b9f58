using static Lossary.Tensors.Tests.CentralDifferences;

namespace Lossary.Tensors.Tests;

public sealed class SliceTests
{
    private readonly Tape<double> _tape = new();

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0, 0, 4)]
    [InlineData(1, 2, 1)]
    [InlineData(2, 1, 3)]
    [InlineData(-1, 4, 1)]
    [InlineData(1, 3, 0)]
    public void A_slice_and_its_gradient_are_those_of_a_loop(int axis, int start, int length)
    {
        Tensor<double> x = Variable(new Shape(4, 3, 5), 1);
        Tensor<double> slice = _tape.Slice(x, axis, start, length);
        int own = x.Shape.Axis(axis), inner = x.Shape.LengthOf(own + 1, 3);
        List<double> expected = [];
        for (int i = 0; i < x.Shape.Length; i++)
        {
            int at = i / inner % x.Shape[own];
            if (at >= start && at < start + length)
            {
                expected.Add(x.Values[i]);
            }
        }

        Assert.Equal(expected, slice.Values.ToArray());
        Assert.Equal(x.Shape.With(axis, length), slice.Shape);
        Check(Uses, x);
        Check(tape => tape.Weighed(tape.Gradient(Uses(tape), x)), x);

        // Whole and part, the part used twice, in either order of their gradients.
        Tensor<double> Uses(Tape<double> tape)
        {
            Tensor<double> whole = tape.Square(x), part = tape.Slice(whole, axis, start, length);
            return tape.Add(tape.Weighed(whole), tape.Add(tape.Weighed(tape.Square(part)), tape.Weighed(part)));
        }
    }

    [Fact]
    public void A_slice_in_one_piece_shares_memory_and_another_does_not()
    {
        Tensor<double> x = Variable(new Shape(4, 3), 1);
        Assert.True(x.Values.Slice(3, 6) == _tape.Slice(x, 0, 1, 2).Values);
        Assert.False(x.Values[..8] == _tape.Slice(x, 1, 0, 2).Values);
        Tensor<double> row = _tape.Reshape(_tape.Slice(x, 0, 2, 1), new Shape(1, 3));
        Assert.True(x.Values.Slice(7, 1) == _tape.Slice(row, 1, 1, 1).Values);
    }

    [Fact]
    public void Slices_of_slices_add_to_one_gradient()
    {
        Tensor<double> x = Variable(new Shape(6, 2), 2);
        Check(
            tape =>
            {
                Tensor<double> upper = tape.Slice(tape.Exp(x), 0, 1, 4);
                Tensor<double> middle = tape.Slice(tape.Reshape(upper, new Shape(8)), 0, 3, 4);
                return tape.Add(tape.Weighed(tape.Square(middle)), tape.Weighed(tape.Slice(upper, 0, 0, 2)));
            },
            x);
    }

    [Fact]
    public void A_tensor_is_split_into_equal_and_into_chosen_parts()
    {
        Tensor<double> x = _tape.Constant(new Shape(2, 6), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        Tensor<double>[] parts = new Tensor<double>[3];
        _tape.Split(x, 1, parts);
        Assert.Equal([2, 3, 8, 9], parts[1].Values.ToArray());
        _tape.Split(x, -1, [1, 3, 2], parts);
        Assert.Equal([1, 2, 3, 7, 8, 9], parts[1].Values.ToArray());
        Assert.Equal([4, 5, 10, 11], parts[2].Values.ToArray());
    }

    [Fact]
    public void A_border_is_added_and_its_gradient_dropped()
    {
        Tensor<double> x = Variable(new Shape(2, 3, 2), 3);
        Tensor<double> padded = _tape.Pad(_tape.Constant(new Shape(2, 2), [1, 2, 3, 4]), 1, 1, 2, -7);
        Assert.Equal([-7, 1, 2, -7, -7, -7, 3, 4, -7, -7], padded.Values.ToArray());
        for (int axis = 0; axis < 3; axis++)
        {
            Check(tape => tape.Weighed(tape.Square(tape.Pad(x, axis, 2, 1, 0.5))), x);
            Check(
                tape => tape.Weighed(tape.Gradient(tape.Weighed(tape.Square(tape.Pad(x, axis, 2, 1))), x)), x);
        }
    }

    [Fact]
    public void Ranges_that_leave_the_axis_are_refused_with_both_facts()
    {
        _tape.Scope = "gates";
        Tensor<double> x = _tape.Constant(new Shape(2, 3), new double[6]);
        Refused(
            "Slice in gates: input is [2, 3], axis 1 has 3 elements; start 2 and length 2 leave it",
            () => _tape.Slice(x, 1, 2, 2));
        Refused("start -1 and length 1", () => _tape.Slice(x, 1, -1, 1));
        Refused("start 2147483647 and length 2147483647", () => _tape.Slice(x, 1, int.MaxValue, int.MaxValue));
        Refused("axis is 2; axes are -2 … 1", () => _tape.Slice(x, 2, 0, 1));
        Refused(
            "axis 1 of 3 elements does not divide into 2 equal parts",
            () => _tape.Split(x, 1, new Tensor<double>[2]));
        Refused("the 2 lengths add up to 4 of the 3", () => _tape.Split(x, 1, [1, 3], new Tensor<double>[2]));
        Refused("before is -1, after is 0", () => _tape.Pad(x, 0, -1, 0));
    }

    private static void Refused(string because, Action attempt) =>
        Assert.Contains(because, Assert.Throws<ArgumentException>(attempt).Message, StringComparison.Ordinal);
}

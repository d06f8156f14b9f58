using Lossary.Tests.Shared;
using static Lossary.Tensors.Tests.CentralDifferences;

namespace Lossary.Tensors.Tests;

public sealed class PermuteTests
{
    private readonly Tape<double> _tape = new();

    public static TheoryData<int[], int[]> Cases
    {
        get
        {
            TheoryData<int[], int[]> cases = new()
            {
                { [7], [0] }, { [40, 70], [1, 0] }, { [33, 1, 65], [2, 1, 0] },
                { [2, 3, 4, 5, 2, 3], [5, 3, 1, 0, 2, 4] },
                { [2, 3, 2, 2, 3, 2], [0, 1, 2, 3, 5, 4] }, { [3, 1, 1, 4], [0, 2, 1, 3] }, { [0, 3], [1, 0] },
                { [2, 3, 4], [-1, 0, 1] },
            };
            foreach (int[] axes in Permutations(4))
            {
                cases.Add([3, 4, 2, 5], axes);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_element_goes_where_its_indices_go(int[] extents, int[] axes)
    {
        Shape shape = new(extents);
        Tensor<double> x = _tape.Constant(shape, [.. Enumerable.Range(0, shape.Length).Select(i => (double)i)]);
        Tensor<double> output = _tape.Permute(x, axes);
        for (int i = 0; i < shape.Length; i++)
        {
            // From the place in the output to its indices, to the place in the input.
            int place = i, from = 0;
            for (int axis = output.Shape.Rank - 1; axis >= 0; axis--)
            {
                int own = shape.Axis(axes[axis]);
                from += place % output.Shape[axis] * shape.LengthOf(own + 1, shape.Rank);
                place /= output.Shape[axis];
            }

            Assert.Equal(from, output.Values[i]);
        }

        Assert.Equal(
            axes.Select(axis => shape[shape.Axis(axis)]),
            Enumerable.Range(0, shape.Rank).Select(axis => output.Shape[axis]));
    }

    [Fact]
    public void The_gradient_comes_back_in_order()
    {
        Tensor<double> x = Variable(new Shape(3, 4, 2), 1);
        foreach (int[] axes in Permutations(3))
        {
            Check(
                tape => tape.Add(
                    tape.Weighed(tape.Square(tape.Permute(x, axes))), tape.Weighed(tape.Permute(x, axes))),
                x);
            Check(
                tape => tape.Weighed(tape.Gradient(tape.Weighed(tape.Square(tape.Permute(x, axes))), x)), x);
        }
    }

    [Fact]
    public void Axes_of_one_element_move_without_a_copy()
    {
        Tensor<double> x = Variable(new Shape(3, 1, 4), 1);
        Assert.True(x.Values == _tape.Permute(x, [1, 0, 2]).Values);
        Assert.False(x.Values == _tape.Permute(x, [2, 1, 0]).Values);
    }

    [Fact]
    public void A_transposed_matrix_and_a_batch_of_them()
    {
        Tensor<double> x = _tape.Constant(new Shape(2, 2, 3), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        Tensor<double> transposed = _tape.Transpose(x);
        Assert.Equal(new Shape(2, 3, 2), transposed.Shape);
        Assert.Equal([1, 4, 2, 5, 3, 6, 7, 10, 8, 11, 9, 12], transposed.Values.ToArray());
    }

    [Fact]
    public void What_is_no_permutation_is_refused()
    {
        _tape.Scope = "attention";
        Tensor<double> x = _tape.Constant(new Shape(2, 3), new double[6]);
        foreach (int[] axes in (int[][])[[0], [0, 0], [0, 2], [0, 1, 1]])
        {
            ArgumentException refused = Assert.Throws<ArgumentException>(() => _tape.Permute(x, axes));
            Assert.Contains(
                $"Permute in attention: input is [2, 3], axes is [{string.Join(", ", axes)}]", refused.Message,
                StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>(() => _tape.Transpose(_tape.Constant(new Shape(3), new double[3])));
    }

    [Theory]
    [InlineData(1, 0, 2)]
    [InlineData(2, 1, 0)]
    [InlineData(0, 2, 1)]
    public void A_large_one_gives_the_same_numbers_on_any_number_of_threads(params int[] axes)
    {
        Shape shape = new(70, 90, 80);
        float[] values = [.. Enumerable.Range(0, shape.Length).Select(i => (float)i)];
        float[] one = Threads.Run(1, Permuted);
        Assert.Equal(one, Threads.Run(4, Permuted));
        Assert.Equal(values, one.Order());

        float[] Permuted()
        {
            Tape<float> tape = new();
            return tape.Permute(tape.Constant(shape, values), axes).Values.ToArray();
        }
    }

    private static IEnumerable<int[]> Permutations(int count) => count == 0
        ? [[]]
        : from shorter in Permutations(count - 1)
          from at in Enumerable.Range(0, count)
          select (int[])[.. shorter[..at], count - 1, .. shorter[at..]];
}

using Lossary.Tests.Shared;

namespace Lossary.Tensors.Tests;

public sealed class BroadcastingTests
{
    private static readonly int[][] Shapes =
    [
        [1], [3], [7], [1, 1], [5, 1], [1, 7], [5, 7], [3, 1, 1], [3, 1, 7], [1, 5, 1], [3, 5, 7], [3, 5, 1],
        [2, 1, 5, 1], [1, 3, 1, 7], [2, 3, 5, 7], [2, 3, 1, 7], [1, 1, 1, 1, 1, 1], [2, 1, 2, 1, 2, 1],
        [1, 2, 1, 2, 1, 19], [2, 2, 2, 2, 2, 19], [0], [0, 1], [3, 0, 1],
    ];

    public static TheoryData<int[], int[]> Pairs
    {
        get
        {
            TheoryData<int[], int[]> pairs = [];
            foreach (int[] left in Shapes)
            {
                foreach (int[] right in Shapes)
                {
                    if (Shape.TryBroadcast(new Shape(left), new Shape(right), out _))
                    {
                        pairs.Add(left, right);
                    }
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Value_and_gradients_are_those_of_a_loop_over_indices(int[] left, int[] right)
    {
        Tensor<double> x = Counted(left, 0.5), y = Counted(right, -1.25);
        Tape<double> tape = new();
        Tensor<double> output = tape.Multiply(x, y);
        double[] expected = new double[output.Shape.Length];
        double[] ofX = new double[x.Shape.Length], ofY = new double[y.Shape.Length];
        for (int i = 0; i < expected.Length; i++)
        {
            int fromX = IndexIn(x.Shape, output.Shape, i), fromY = IndexIn(y.Shape, output.Shape, i);
            expected[i] = x.Values[fromX] * y.Values[fromY];
            // The slope of the sum of i · output[i].
            ofX[fromX] += y.Values[fromY] * i;
            ofY[fromY] += x.Values[fromX] * i;
        }

        Assert.Equal(expected, output.Values.ToArray());
        double[] weights = [.. Enumerable.Range(0, expected.Length)];
        tape.Backward(tape.Sum(tape.Multiply(output, tape.Constant(output.Shape, weights))));
        AssertClose(ofX, x.Gradient);
        AssertClose(ofY, y.Gradient);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_choice_broadcasts_all_three(int[] left, int[] right)
    {
        Tensor<double> condition = Counted(left, 0), x = Counted(right, 10);
        for (int i = 0; i < condition.Shape.Length; i++)
        {
            condition.Values[i] = i % 3;
        }

        Tape<double> tape = new();
        Tensor<double> y = tape.Constant(new Shape(1), [-1]);
        Tensor<double> output = tape.Where(condition, x, y);
        for (int i = 0; i < output.Shape.Length; i++)
        {
            bool isChosen = condition.Values[IndexIn(condition.Shape, output.Shape, i)] != 0;
            Assert.Equal(isChosen ? x.Values[IndexIn(x.Shape, output.Shape, i)] : -1, output.Values[i]);
        }
    }

    [Fact]
    public void Shapes_that_do_not_broadcast_are_named_with_operation_and_layer()
    {
        Tape<float> tape = new() { Scope = "residual 3" };
        Tensor<float> left = tape.Constant(new Shape(2, 3), new float[6]);
        Tensor<float> right = tape.Constant(new Shape(4), new float[4]);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => tape.Divide(left, right));
        Assert.Contains(
            "Divide in residual 3: left is [2, 3], right is [4]", refused.Message, StringComparison.Ordinal);
        refused = Assert.Throws<ArgumentException>(() => tape.Where(right, left, left));
        Assert.Contains(
            "condition is [4], left and right broadcast to [2, 3]", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => tape.BroadcastTo(left, new Shape(3)));
        Assert.Throws<ArgumentException>(() => tape.SumTo(left, new Shape(2)));
    }

    [Theory]
    [InlineData(new[] { 700, 500 }, new[] { 500 })]
    [InlineData(new[] { 700, 500 }, new[] { 700, 1 })]
    [InlineData(new[] { 350_003 }, new[] { 350_003 })]
    [InlineData(new[] { 3, 120_000 }, new[] { 3, 1 })]
    [InlineData(new[] { 5, 300, 250 }, new[] { 300, 1 })]
    public void Long_operands_give_the_same_bits_on_any_number_of_threads(int[] left, int[] right)
    {
        float[][] one = Threads.Run(1, () => Step(left, right));
        for (int degree = 2; degree <= 4; degree++)
        {
            Assert.Equal(one, Threads.Run(degree, () => Step(left, right)));
        }
    }

    private static float[][] Step(int[] left, int[] right)
    {
        Tensor<float> x = Narrow(left, 1), y = Narrow(right, 2);
        Tape<float> tape = new();
        Tensor<float> output = tape.Divide(tape.Exp(x), tape.Shift(tape.Square(y), 1));
        tape.Backward(tape.Sum(tape.Multiply(output, output)));
        return [output.Values.ToArray(), x.Gradient.ToArray(), y.Gradient.ToArray()];
    }

    private static Tensor<float> Narrow(int[] extents, int seed)
    {
        Random random = new(seed);
        Shape shape = new(extents);
        return Tensor<float>.Variable(shape, [.. Enumerable.Range(0, shape.Length).Select(_ => random.NextSingle())]);
    }

    private static Tensor<double> Counted(int[] extents, double first)
    {
        Shape shape = new(extents);
        return Tensor<double>.Variable(shape, [.. Enumerable.Range(0, shape.Length).Select(i => first + i)]);
    }

    /// <summary>Which element of a smaller shape stands at a place of the larger one, by the definition.</summary>
    private static int IndexIn(Shape small, Shape large, int place)
    {
        int index = 0, stride = 1;
        for (int axis = 1; axis <= large.Rank; axis++)
        {
            int extent = large[large.Rank - axis], at = place % extent;
            place /= extent;
            if (axis <= small.Rank)
            {
                int own = small[small.Rank - axis];
                index += own == 1 ? 0 : at * stride;
                stride *= own;
            }
        }

        return index;
    }

    private static void AssertClose(double[] expected, ReadOnlySpan<double> actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-9 * (1 + Math.Abs(expected[i])));
        }
    }
}

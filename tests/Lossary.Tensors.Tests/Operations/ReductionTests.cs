using Lossary.Tests.Shared;
using static Lossary.Tensors.Tests.CentralDifferences;

namespace Lossary.Tensors.Tests;

public sealed class ReductionTests
{
    private readonly Tape<double> _tape = new();

    public static TheoryData<int[], int[]> Cases
    {
        get
        {
            TheoryData<int[], int[]> cases = new() { { [5], [0] }, { [3, 1], [1] }, { [600, 3], [0] } };
            foreach (int[] axes in (int[][])
                [[0], [1], [2], [3], [0, 1], [0, 2], [1, 3], [0, 2, 3], [-1, 0], [0, 1, 2, 3]])
            {
                cases.Add([2, 3, 4, 5], axes);
                cases.Add([3, 1, 2, 19], axes);
            }

            cases.Add([2, 3, 2, 2, 3, 2], [0, 2, 4]);
            cases.Add([2, 3, 2, 2, 3, 2], [1, 3, 5]);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_reduction_is_that_of_a_loop_over_indices(int[] extents, int[] axes)
    {
        Tensor<double> x = Variable(new Shape(extents), 1);
        Tensor<double> kept = _tape.Sum(x, axes, keepDimensions: true);
        List<double>[] parts = Parts(x, kept.Shape);
        AssertClose(parts.Select(part => part.Sum()), kept);
        AssertClose(parts.Select(part => part.Sum()), _tape.Sum(x, axes));
        AssertClose(parts.Select(part => part.Average()), _tape.Mean(x, axes));
        AssertClose(parts.Select(part => part.Max()), _tape.Max(x, axes));
        AssertClose(parts.Select(part => part.Min()), _tape.Min(x, axes, keepDimensions: true));
        AssertClose(parts.Select(part => Math.Log(part.Sum(Math.Exp))), _tape.LogSumExp(x, axes));
        Assert.Equal(x.Shape.Rank, kept.Shape.Rank);
        Assert.Equal(Math.Max(1, x.Shape.Rank - axes.Length), _tape.Sum(x, axes).Shape.Rank);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(0, 1, 2)]
    public void Gradients_are_slopes_also_of_second_order(params int[] axes)
    {
        Tensor<double> x = Variable(new Shape(3, 2, 5), 2);
        foreach (Func<Tape<double>, Tensor<double>> reduced in (Func<Tape<double>, Tensor<double>>[])
            [
                tape => tape.Sum(x, axes), tape => tape.Mean(x, axes, keepDimensions: true),
                tape => tape.Max(x, axes), tape => tape.Min(x, axes), tape => tape.LogSumExp(x, axes),
            ])
        {
            Check(tape => tape.Weighed(tape.Square(reduced(tape))), x);
            Check(tape => tape.Weighed(tape.Gradient(tape.Weighed(tape.Square(reduced(tape))), x)), x);
            ElementwiseTests.AssertSameGradient(tape => tape.Weighed(reduced(tape)), x);
        }
    }

    [Fact]
    public void Equal_extremes_share_the_gradient_and_NaN_is_the_extreme()
    {
        Tensor<double> x = Tensor<double>.Variable(new Shape(2, 3), [1, 4, 4, double.NaN, 2, 3]);
        Tensor<double> largest = _tape.Max(x, [1]);
        Assert.Equal([4, double.NaN], largest.Values.ToArray());
        Tensor<double> y = Tensor<double>.Variable(new Shape(4), [1, 4, 4, 0]);
        _tape.Backward(_tape.Max(y, [0]));
        Assert.Equal([0, 0.5, 0.5, 0], y.Gradient.ToArray());
    }

    [Fact]
    public void Log_sum_exp_neither_overflows_nor_loses_infinity()
    {
        const double Infinity = double.PositiveInfinity;
        Tensor<double> x = _tape.Constant(
            new Shape(7, 2),
            [1000, 1000, -1000, -1000, -Infinity, -Infinity, Infinity, 0, -Infinity, 3, -2e76, -1e76, 1e300, 0]);
        // ln(2 e^1000) = 1000 + ln 2; and doubles reach farther than floats.
        Assert.Equal(
            [1000 + Math.Log(2), -1000 + Math.Log(2), -Infinity, Infinity, 3, -1e76, 1e300],
            _tape.LogSumExp(x, [1]).Values.ToArray());
    }

    [Fact]
    public void An_empty_axis_sums_to_0_and_has_no_maximum()
    {
        Tensor<double> x = _tape.Constant(new Shape(2, 0), []);
        Assert.Equal([0, 0], _tape.Sum(x, [1]).Values.ToArray());
        Assert.All(_tape.Mean(x, [1]).Values.ToArray(), number => Assert.True(double.IsNaN(number)));
        Assert.Equal(0, _tape.Sum(x, [0]).Shape.Length);
        Assert.Equal([0, 0, 0], _tape.Sum(_tape.Constant(new Shape(0, 3), []), [0]).Values.ToArray());
        Refused("Max: input is [2, 0]", () => _tape.Max(x, [1]));
        Refused("LogSumExp: input is [2, 0]", () => _tape.LogSumExp(x, [1]));
    }

    [Fact]
    public void Axes_that_are_missing_named_twice_or_not_at_all_are_refused()
    {
        Tensor<double> x = _tape.Constant(new Shape(2, 3), new double[6]);
        _tape.Scope = "pooling";
        Refused("Sum in pooling: input is [2, 3], axis is 2; axes are -2 … 1", () => _tape.Sum(x, [2]));
        Refused("Mean in pooling: input is [2, 3], axis -1 is named twice", () => _tape.Mean(x, [1, -1]));
        Refused("Min in pooling: input is [2, 3], axes is empty", () => _tape.Min(x, []));
    }

    [Fact]
    public void A_long_sum_of_floats_across_rows_keeps_its_digits()
    {
        const int Rows = 100_000;
        float[] values = new float[Rows * 2];
        Array.Fill(values, 0.1f);
        Tape<float> tape = new();
        float sum = tape.Sum(tape.Constant(new Shape(Rows, 2), values), [0]).Values[0];
        // Added one by one, floats reach 9,998.6; the true sum is 100,000 · 0.1f = 10,000.00015.
        Assert.Equal(10_000.00015, sum, 0.02);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Long_reductions_give_the_same_bits_on_any_number_of_threads(int axis)
    {
        Random random = new(3);
        float[] values = [.. Enumerable.Range(0, 3 * 700 * 200).Select(_ => random.NextSingle())];
        float[] one = Threads.Run(1, Reduced);
        for (int degree = 2; degree <= 4; degree++)
        {
            Assert.Equal(one, Threads.Run(degree, Reduced));
        }

        float[] Reduced()
        {
            Tape<float> tape = new();
            return tape.LogSumExp(tape.Constant(new Shape(3, 700, 200), values), [axis]).Values.ToArray();
        }
    }

    /// <summary>What is reduced to each element, found index by index.</summary>
    private static List<double>[] Parts(Tensor<double> x, Shape kept)
    {
        List<double>[] parts = [.. Enumerable.Range(0, kept.Length).Select(_ => new List<double>())];
        for (int i = 0; i < x.Shape.Length; i++)
        {
            int place = i, index = 0, stride = 1;
            for (int axis = x.Shape.Rank - 1; axis >= 0; axis--)
            {
                index += kept[axis] == 1 ? 0 : place % x.Shape[axis] * stride;
                stride *= kept[axis];
                place /= x.Shape[axis];
            }

            parts[index].Add(x.Values[i]);
        }

        return parts;
    }

    private static void AssertClose(IEnumerable<double> expected, Tensor<double> actual)
    {
        double[] numbers = [.. expected];
        Assert.Equal(numbers.Length, actual.Shape.Length);
        for (int i = 0; i < numbers.Length; i++)
        {
            Assert.Equal(numbers[i], actual.Values[i], 1e-12 * (1 + Math.Abs(numbers[i])));
        }
    }

    private static void Refused(string because, Action attempt) =>
        Assert.Contains(because, Assert.Throws<ArgumentException>(attempt).Message, StringComparison.Ordinal);
}

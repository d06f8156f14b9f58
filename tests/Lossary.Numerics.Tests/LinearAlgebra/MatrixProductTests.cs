using System.Numerics;
using Lossary.Tests.Shared;

namespace Lossary.Numerics.Tests;

public sealed partial class MatrixProductTests
{
    public static TheoryData<int, int, int> Sizes
    {
        get
        {
            TheoryData<int, int, int> sizes = [];
            foreach (int rows in (int[])[1, 2, 3, 4, 5, 7, 32])
            {
                foreach (int columns in (int[])[1, 7, 8, 10, 16, 31, 32, 48, 49, 64, 80, 129])
                {
                    sizes.Add(rows, 13, columns);
                }
            }

            sizes.Add(32, 300, 64);
            sizes.Add(50, 9, 1);
            sizes.Add(50, 9, 3);
            sizes.Add(3, 0, 5);
            return sizes;
        }
    }

    /// <summary>Packed, cut into slabs, the first of them also shared between threads; ragged and whole.</summary>
    public static TheoryData<int, int, int> LargeSizes => new()
    {
        { 131, 401, 101 },
        { 64, 500, 96 },
        { 9, 1000, 128 },
        { 700, 130, 11 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    [MemberData(nameof(LargeSizes))]
    public void Every_orientation_has_the_bits_of_sums_in_index_order_in_float(int rows, int inner, int columns) =>
        CheckOrientations<float>(rows, inner, columns);

    [Theory]
    [MemberData(nameof(Sizes))]
    [MemberData(nameof(LargeSizes))]
    public void Every_orientation_has_the_bits_of_sums_in_index_order_in_double(int rows, int inner, int columns) =>
        CheckOrientations<double>(rows, inner, columns);

    [Theory]
    [InlineData(6, 5, 4)]
    [InlineData(40, 7, 3)]
    [InlineData(131, 401, 101)]
    public void A_product_of_floats_is_near_the_naive_one_of_doubles(int rows, int inner, int columns)
    {
        float[] left = Numbers<float>(rows * inner, 1), right = Numbers<float>(inner * columns, 2);
        double[] exact = Naive(Widened(left), Widened(right), new double[rows * columns], inner, columns);
        float[] product = Product(
            new(left, rows, inner), new(right, inner, columns), new float[rows * columns], default, false);
        for (int i = 0; i < exact.Length; i++)
        {
            // Higham, Accuracy and Stability of Numerical Algorithms, 3.1: n · u · Σ|a||b|, here with |a|, |b| at most 1.
            Assert.Equal(exact[i], product[i], inner * 6e-8 * inner);
        }
    }

    [Theory]
    [InlineData(2, 2, 2)]
    [InlineData(40, 7, 3)]
    [InlineData(40, 7, 1)]
    [InlineData(19, 6, 37)]
    [InlineData(131, 401, 101)]
    public void A_bias_starts_every_row_and_accumulation_starts_from_the_output(int rows, int inner, int columns)
    {
        float[] left = Numbers<float>(rows * inner, 3), right = Numbers<float>(inner * columns, 4);
        float[] bias = Numbers<float>(columns, 5), before = Numbers<float>(rows * columns, 6);
        float[] biases = [.. Enumerable.Range(0, rows).SelectMany(_ => bias)];
        float[] fromBias = Naive(left, right, biases, inner, columns);
        float[] fromBefore = Naive(left, right, before, inner, columns);
        Matrix<float> a = new(left, rows, inner), b = new(right, inner, columns);
        Matrix<float> crossed = new Matrix<float>(Crossed(left, rows, inner), inner, rows).Transposed;

        Assert.Equal(fromBias, Product(a, b, new float[rows * columns], bias, false));
        Assert.Equal(fromBias, Product(crossed, b, new float[rows * columns], bias, false));
        Assert.Equal(fromBefore, Product(a, b, [.. before], default, true));
        Assert.Equal(fromBefore, Product(crossed, b, [.. before], default, true));
    }

    [Theory]
    [InlineData(5, 7)]
    [InlineData(20, 4)]
    [InlineData(150, 200)]
    public void Parts_of_wider_rows_are_read_and_written_without_touching_the_rest(int rows, int columns)
    {
        const int Inner = 170, Wider = 300, Before = -1;
        float[] left = Numbers<float>(rows * Wider, 7), right = Numbers<float>(Inner * Wider, 8);
        float[] memory = new float[rows * Wider];
        Array.Fill(memory, Before);
        float[] expected = Naive(
            Part(left, rows, Inner), Part(right, Inner, columns), new float[rows * columns], Inner, columns);
        Matrix<float> a = new(left, rows, Inner, Wider), b = new(right, Inner, columns, Wider);
        float[] workspace = new float[MatrixProduct.WorkspaceLength(in a, in b)];

        MatrixProduct.Multiply(in a, in b, new ProductOutput<float>(memory, Wider), workspace);

        Assert.Equal(expected, Part(memory, rows, columns));
        for (int row = 0; row < rows; row++)
        {
            Assert.All(memory[((row * Wider) + columns)..((row + 1) * Wider)], number => Assert.Equal(Before, number));
        }

        static float[] Part(float[] values, int rows, int columns) =>
            [.. Enumerable.Range(0, rows).SelectMany(row => values[(row * Wider)..((row * Wider) + columns)])];
    }

    [Theory]
    [InlineData(3, 5, 33)]
    [InlineData(50, 9, 1)]
    [InlineData(50, 9, 3)]
    [InlineData(170, 300, 210)]
    public void Every_element_is_finished_once_after_its_sum(int rows, int inner, int columns)
    {
        float[] left = Numbers<float>(rows * inner, 9), right = Numbers<float>(inner * columns, 10);
        float[] sums = Naive(left, right, new float[rows * columns], inner, columns);
        foreach (bool isCrossed in (bool[])[false, true])
        {
            Matrix<float> a = isCrossed
                ? new Matrix<float>(Crossed(left, rows, inner), inner, rows).Transposed
                : new(left, rows, inner);
            Matrix<float> b = new(right, inner, columns);
            float[] output = new float[rows * columns], workspace = new float[MatrixProduct.WorkspaceLength(in a, in b)];
            MatrixProduct.Multiply(in a, in b, new ProductOutput<float>(output), workspace, default(PlusThousand));
            Assert.Equal(sums.Select(sum => sum + 1000), output);
        }
    }

    [Fact]
    public void The_bits_do_not_depend_on_the_number_of_threads()
    {
        const int Rows = 210, Inner = 810, Columns = 170;
        float[] left = Numbers<float>(Rows * Inner, 11), right = Numbers<float>(Inner * Columns, 12);
        float[] alone = On(1);
        Assert.All([2, 3, 4], threads => Assert.Equal(alone, On(threads)));

        float[] On(int threads) => Threads.Run(threads, () => Product(
            new(left, Rows, Inner), new(right, Inner, Columns), new float[Rows * Columns], default, false));
    }

    [Theory]
    [InlineData(32, 13, 64)]
    [InlineData(20, 30, 10)]
    [InlineData(200, 300, 210)]
    public void Nothing_is_allocated(int rows, int inner, int columns)
    {
        float[] left = new float[rows * inner], right = new float[inner * columns], output = new float[rows * columns];
        float[] workspace = new float[
            MatrixProduct.WorkspaceLength(new Matrix<float>(left, rows, inner), new Matrix<float>(right, inner, columns))];
        Multiply();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++)
        {
            Multiply();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Multiply() => MatrixProduct.Multiply(
            new Matrix<float>(left, rows, inner), new Matrix<float>(right, inner, columns), new(output), workspace);
    }

    [Fact]
    public void Not_a_number_and_infinities_go_where_they_belong()
    {
        float[] left = new float[40 * 3], right = [.. Enumerable.Repeat(1f, 3 * 20)];
        left[3 * 7] = float.NaN;
        right[20 + 4] = float.PositiveInfinity;
        float[] product = Product(new(left, 40, 3), new(right, 3, 20), new float[40 * 20], default, false);
        for (int i = 0; i < product.Length; i++)
        {
            // 0 · ∞ is not a number, and neither is anything times not a number.
            Assert.Equal(i / 20 == 7 || i % 20 == 4, float.IsNaN(product[i]));
        }
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused_with_both()
    {
        ArgumentException wrong = Assert.Throws<ArgumentException>(
            () => MatrixProduct.Multiply(
                new Matrix<float>(new float[6], 2, 3), new Matrix<float>(new float[8], 4, 2), new(new float[4]), default));
        Assert.Contains("[2, 3]", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("[4, 2]", wrong.Message, StringComparison.Ordinal);
        Assert.Equal("right", wrong.ParamName);
    }

    [Fact]
    public void Memory_that_is_too_short_is_refused()
    {
        float[] four = new float[4];
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => new Matrix<float>(four, 2, 3).Rows).ParamName);
        Assert.Equal("output", Refused(new float[3], default, false));
        Assert.Equal("output", Refused(new float[4], new float[3], false));
        Assert.Equal("output", Refused(new float[4], new float[2], true));
        Assert.Equal("workspace", Refused(new float[4], default, false));

        string? Refused(float[] output, float[]? bias, bool accumulate) => Assert.Throws<ArgumentException>(
            () => MatrixProduct.Multiply(
                new Matrix<float>(four, 2, 2), new Matrix<float>(four, 2, 2).Transposed,
                new ProductOutput<float>(output) { Bias = bias, Accumulate = accumulate }, default)).ParamName;
    }

    private static void CheckOrientations<T>(int rows, int inner, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] left = Numbers<T>(rows * inner, 1), right = Numbers<T>(inner * columns, 2);
        T[] expected = Naive(left, right, new T[rows * columns], inner, columns);
        Matrix<T> a = new(left, rows, inner), b = new(right, inner, columns);
        Matrix<T> crossedA = new Matrix<T>(Crossed(left, rows, inner), inner, rows).Transposed;
        Matrix<T> crossedB = new Matrix<T>(Crossed(right, inner, columns), columns, inner).Transposed;

        Assert.Equal(expected, Product(a, b, new T[rows * columns], default, false));
        Assert.Equal(expected, Product(crossedA, b, new T[rows * columns], default, false));
        Assert.Equal(expected, Product(a, crossedB, new T[rows * columns], default, false));
        Assert.Equal(expected, Product(crossedA, crossedB, new T[rows * columns], default, false));
    }

    private static T[] Product<T>(
        in Matrix<T> left, in Matrix<T> right, T[] output, ReadOnlySpan<T> bias, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] workspace = new T[MatrixProduct.WorkspaceLength(in left, in right)];
        Array.Fill(workspace, T.NaN);
        MatrixProduct.Multiply(
            in left, in right, new ProductOutput<T>(output) { Bias = bias, Accumulate = accumulate }, workspace);
        return output;
    }

    /// <summary>start + left · right by single numbers in index order.</summary>
    private static T[] Naive<T>(T[] left, T[] right, T[] start, int inner, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] output = [.. start];
        for (int i = 0; i < output.Length; i++)
        {
            int row = i / columns, column = i % columns;
            for (int k = 0; k < inner; k++)
            {
                output[i] = T.FusedMultiplyAdd(left[(row * inner) + k], right[(k * columns) + column], output[i]);
            }
        }

        return output;
    }

    private static T[] Crossed<T>(T[] matrix, int rows, int columns)
    {
        T[] crossed = new T[matrix.Length];
        for (int i = 0; i < matrix.Length; i++)
        {
            crossed[(i % columns * rows) + (i / columns)] = matrix[i];
        }

        return crossed;
    }

    private static double[] Widened(float[] numbers) => [.. numbers.Select(number => (double)number)];

    private static T[] Numbers<T>(int count, int seed) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating((random.NextDouble() * 2) - 1))];
    }

    private readonly struct PlusThousand : IProductFinish<float>
    {
        public void Finish(Span<float> values)
        {
            foreach (ref float value in values)
            {
                value += 1000;
            }
        }
    }
}

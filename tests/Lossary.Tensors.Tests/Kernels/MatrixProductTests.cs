using System.Numerics;

namespace Lossary.Tensors.Tests;

public sealed class MatrixProductTests
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
            sizes.Add(17, 9, 1);
            sizes.Add(3, 0, 5);
            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_orientation_has_the_bits_of_sums_in_index_order_in_float(int rows, int inner, int columns) =>
        CheckOrientations<float>(rows, inner, columns);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_orientation_has_the_bits_of_sums_in_index_order_in_double(int rows, int inner, int columns) =>
        CheckOrientations<double>(rows, inner, columns);

    [Fact]
    public void A_bias_starts_every_row_and_accumulation_starts_from_the_output()
    {
        float[] left = [1, 2, 3, 4], right = [5, 6, 7, 8], output = new float[4];
        Tape<float> tape = new();
        MatrixProduct.Multiply(
            new Matrix<float>(left, 2, 2), new Matrix<float>(right, 2, 2), [100, 200], output, accumulate: false, tape);
        // By hand: [1 2; 3 4]·[5 6; 7 8] = [19 22; 43 50].
        Assert.Equal([119f, 222, 143, 250], output);
        MatrixProduct.Multiply(
            new Matrix<float>(left, 2, 2), new Matrix<float>(right, 2, 2), default, output, accumulate: true, tape);
        Assert.Equal([138f, 244, 186, 300], output);
    }

    [Fact]
    public void Nothing_behind_the_output_is_touched()
    {
        float[] memory = new float[64];
        Array.Fill(memory, -1);
        float[] left = [1, 1, 1], right = new float[3 * 19];
        MatrixProduct.Multiply(
            new Matrix<float>(left, 1, 3), new Matrix<float>(right, 3, 19), default, memory.AsSpan(0, 19),
            accumulate: false, new Tape<float>());
        Assert.All(memory[19..], number => Assert.Equal(-1, number));
    }

    private static void CheckOrientations<T>(int rows, int inner, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] left = Numbers<T>(rows * inner, 1), right = Numbers<T>(inner * columns, 2);
        T[] expected = Naive(left, right, rows, inner, columns);
        Tape<T> tape = new();
        Matrix<T> a = new(left, rows, inner), b = new(right, inner, columns);
        Matrix<T> crossedA = new Matrix<T>(Crossed(left, rows, inner), inner, rows).Transposed;
        Matrix<T> crossedB = new Matrix<T>(Crossed(right, inner, columns), columns, inner).Transposed;

        Assert.Equal(expected, Product(a, b, rows * columns, tape));
        Assert.Equal(expected, Product(crossedA, b, rows * columns, tape));
        Assert.Equal(expected, Product(a, crossedB, rows * columns, tape));
        Assert.Equal(expected, Product(crossedA, crossedB, rows * columns, tape));
    }

    private static T[] Product<T>(in Matrix<T> left, in Matrix<T> right, int length, Tape<T> tape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] output = new T[length];
        MatrixProduct.Multiply(in left, in right, default, output, accumulate: false, tape);
        return output;
    }

    private static T[] Naive<T>(T[] left, T[] right, int rows, int inner, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] output = new T[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                T sum = T.Zero;
                for (int k = 0; k < inner; k++)
                {
                    sum = T.FusedMultiplyAdd(left[(i * inner) + k], right[(k * columns) + j], sum);
                }

                output[(i * columns) + j] = sum;
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

    private static T[] Numbers<T>(int count, int seed) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating((random.NextDouble() * 2) - 1))];
    }
}

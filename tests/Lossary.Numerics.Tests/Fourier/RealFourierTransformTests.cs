using System.Numerics;

namespace Lossary.Numerics.Tests;

/// <summary>The fast transform against the sum that defines it.</summary>
public sealed class RealFourierTransformTests
{
    public static TheoryData<int> Lengths { get; } =
    [
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 18, 20, 30, 32, 35, 49, 64, 97, 98, 100, 128, 194, 240, 243, 256,
        600,
    ];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Each_frequency_is_the_sum_that_defines_it(int length)
    {
        double[] rows = Rows<double>(length, RealFourierTransform<double>.RowsAtOnce, seed: 1);
        (double[] real, double[] imaginary) = Forward<double>(length, rows);
        int frequencies = 1 + (length / 2);
        for (int i = 0; i < real.Length; i++)
        {
            double cosines = 0, sines = 0;
            for (int j = 0; j < length; j++)
            {
                (double sine, double cosine) = double.SinCosPi(2.0 * ((long)j * (i % frequencies) % length) / length);
                cosines += rows[(i / frequencies * length) + j] * cosine;
                sines += rows[(i / frequencies * length) + j] * sine;
            }

            Assert.Equal(cosines, real[i], 2e-14 * length);
            Assert.Equal(-sines, imaginary[i], 2e-14 * length);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Energy_is_kept_after_Parseval(int length)
    {
        float[] row = Rows<float>(length, 1, seed: 2);
        (float[] real, float[] imaginary) = Forward<float>(length, row);
        double energy = row.Sum(x => (double)x * x), found = 0;
        for (int k = 0; k < real.Length; k++)
        {
            // All but the first, and of an even length the last, stand for their mirror image too.
            int times = k == 0 || 2 * k == length ? 1 : 2;
            found += times * (((double)real[k] * real[k]) + ((double)imaginary[k] * imaginary[k]));
        }

        Assert.Equal(energy, found / length, 2e-6 * energy);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Transposed_map_has_the_same_products(int length)
    {
        int rows = RealFourierTransform<double>.RowsAtOnce, frequencies = 1 + (length / 2);
        double[] x = Rows<double>(length, rows, seed: 3);
        double[] cosines = Rows<double>(frequencies, rows, seed: 4), sines = Rows<double>(frequencies, rows, seed: 5);
        (double[] real, double[] imaginary) = Forward<double>(length, x);
        double[] back = new double[x.Length];
        RealFourierTransform<double> transform = RealFourierTransform<double>.Of(length);
        transform.Transposed(cosines, sines, back, new double[transform.WorkspaceLength]);
        double expected = Dot(real, cosines) + Dot(imaginary, sines);
        Assert.Equal(expected, Dot(x, back), 1e-13 * length * rows);
    }

    [Theory]
    [InlineData(48)]
    [InlineData(45)]
    public void A_row_has_the_same_bits_whatever_stands_beside_it(int length)
    {
        double[] rows = Rows<double>(length, 2, seed: 6);
        (double[] real, double[] imaginary) = Forward<double>(length, rows[..length]);
        rows.AsSpan(length).Fill(double.NaN);
        (double[] amongOthers, double[] turned) = Forward<double>(length, rows);
        Assert.Equal(real, amongOthers[..real.Length]);
        Assert.Equal(imaginary, turned[..real.Length]);
    }

    [Fact]
    public void Float_is_as_close_as_float_can_be()
    {
        float[] row = Rows<float>(1024, 1, seed: 7);
        (float[] real, float[] imaginary) = Forward<float>(1024, row);
        (double[] expected, double[] turned) = Forward<double>(1024, [.. row.Select(x => (double)x)]);
        for (int k = 0; k < real.Length; k++)
        {
            Assert.Equal(expected[k], real[k], 2e-5);
            Assert.Equal(turned[k], imaginary[k], 2e-5);
        }
    }

    [Fact]
    public void A_length_that_does_not_fit_is_named()
    {
        RealFourierTransform<double> transform = RealFourierTransform<double>.Of(8);
        double[] work = new double[transform.WorkspaceLength];
        Assert.Equal(
            "rows", Assert.Throws<ArgumentException>(() => transform.Forward(new double[7], [], [], work)).ParamName);
        Assert.Equal(
            "real", Assert.Throws<ArgumentException>(() => transform.Forward(new double[8], [], [], work)).ParamName);
        Assert.Equal("workspace", Assert.Throws<ArgumentException>(
            () => transform.Transposed(new double[5], new double[5], new double[8], [])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => RealFourierTransform<double>.Of(0));
    }

    private static (T[] Real, T[] Imaginary) Forward<T>(int length, T[] rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RealFourierTransform<T> transform = RealFourierTransform<T>.Of(length);
        int numbers = rows.Length / length * transform.Frequencies;
        T[] real = new T[numbers], imaginary = new T[numbers];
        T[] workspace = new T[transform.WorkspaceLength];
        Array.Fill(workspace, T.NaN);
        transform.Forward(rows, real, imaginary, workspace);
        return (real, imaginary);
    }

    private static T[] Rows<T>(int length, int rows, ulong seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RandomStream random = new(seed);
        return [.. Enumerable.Range(0, length * rows).Select(_ => T.CreateTruncating(random.NextNormal()))];
    }

    private static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();
}

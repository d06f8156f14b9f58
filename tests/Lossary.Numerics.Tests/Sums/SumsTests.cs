namespace Lossary.Numerics.Tests;

public sealed class SumsTests
{
    [Fact]
    public void Golden_sums_are_the_exact_ones_rounded_once()
    {
        foreach (Golden golden in Golden.Of("sum"))
        {
            Assert.True(golden.Expected[0] == Sums.Sum(golden.Input), golden.Id);
        }
    }

    [Fact]
    public void Golden_variances_are_met()
    {
        foreach (Golden golden in Golden.Of("variance_population"))
        {
            double expected = golden.Expected[0];
            Assert.Equal(expected, Sums.Variance(golden.Input), golden.RelativeTolerance * expected);
        }
    }

    [Fact]
    public void Golden_logarithms_of_sums_of_exponentials_are_met()
    {
        foreach (Golden golden in Golden.Of("logsumexp"))
        {
            double expected = golden.Expected[0];
            Assert.Equal(expected, Sums.LogSumExp(golden.Input), golden.RelativeTolerance * Math.Abs(expected));
        }
    }

    [Fact]
    public void The_logarithm_of_a_sum_of_exponentials_has_its_limits()
    {
        double[] thousand = new double[1000];
        Array.Fill(thousand, 800);

        Assert.Equal(800 + Math.Log(1000), Sums.LogSumExp(thousand), 2e-13);
        Assert.Equal(double.NegativeInfinity, Sums.LogSumExp(Array.Empty<double>()));
        Assert.Equal(double.NegativeInfinity, Sums.LogSumExp([double.NegativeInfinity, double.NegativeInfinity]));
        Assert.Equal(3, Sums.LogSumExp([double.NegativeInfinity, 3.0]));
        Assert.Equal(double.PositiveInfinity, Sums.LogSumExp([double.PositiveInfinity, 3f]));
        Assert.Equal(double.NaN, Sums.LogSumExp([1, double.NaN, double.PositiveInfinity]));
    }

    [Theory]
    [InlineData(0.1f)]
    [InlineData(16777215f)]
    [InlineData(1e-30f)]
    public void The_mean_of_ten_million_equal_floats_is_that_float(float value)
    {
        float[] values = new float[10_000_000];
        Array.Fill(values, value);

        Assert.Equal(value, Sums.Mean(values), 1e-15 * value);
    }

    [Fact]
    public void Variance_around_a_large_mean_keeps_its_digits()
    {
        // 1e8 ± 1e-3 (as exact as doubles hold them, 1.5e-8 apart): the variance is the mean of the squares of both sides.
        double[] values = new double[100_000];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = i % 2 == 0 ? 1e8 + 0.0009765625 : 1e8 - 0.0009765625;
        }

        Assert.Equal(9.5367431640625e-7, Sums.Variance(values), 1e-18);
        Assert.Equal(9.5367431640625e-7 * 100_000 / 99_999, Sums.SampleVariance(values), 1e-18);
    }

    [Fact]
    public void Variance_of_four_numbers_by_hand()
    {
        // 2, 4, 4, 6: mean 4, squares 4 + 0 + 0 + 4.
        float[] values = [2, 4, 4, 6];

        Assert.Equal(4, Sums.Mean(values));
        Assert.Equal(2, Sums.Variance(values));
        Assert.Equal(8.0 / 3, Sums.SampleVariance(values));
    }

    [Fact]
    public void Lengths_around_stripes_and_blocks_leave_nothing_out()
    {
        foreach (int length in (int[])[0, 1, 3, 4, 15, 16, 17, 31, 33, 2047, 2048, 2049, 4100, 10_000])
        {
            float[] singles = [.. Enumerable.Range(1, length).Select(i => (float)i)];
            double[] doubles = [.. singles.Select(x => (double)x)];
            long sum = (long)length * (length + 1) / 2, squares = sum * ((2 * length) + 1) / 3;

            Assert.Equal(sum, Sums.Sum(singles));
            Assert.Equal(sum, Sums.Sum(doubles));
            Assert.Equal(squares, Sums.Dot(singles, singles));
            Assert.Equal(squares, Sums.Dot(doubles, doubles));
        }
    }

    [Fact]
    public void Cancelling_terms_leave_what_is_left()
    {
        double[] values = new double[3 * 2048];
        for (int i = 0; i < values.Length; i += 3)
        {
            (values[i], values[i + 1], values[i + 2]) = (1e16, 1, -1e16);
        }

        Assert.Equal(2048, Sums.Sum(values));
    }

    [Fact]
    public void Products_keep_the_digits_of_their_factors()
    {
        // (1 + 2⁻³⁰)² − 1 − 2⁻²⁹ = 2⁻⁶⁰: each rounded product loses it.
        double near = 1 + Math.ScaleB(1, -30);
        double[] first = new double[32], second = new double[32];
        (first[0], second[0]) = (near, near);
        (first[16], second[16]) = (-1, 1);
        (first[31], second[31]) = (-Math.ScaleB(1, -29), 1);

        Assert.Equal(Math.ScaleB(1, -60), Sums.Dot(first, second));
    }

    [Fact]
    public void The_order_of_additions_is_the_documented_one()
    {
        // Worked in plain C#: sixteen partial sums per block of 2,048, each two numbers, added in order.
        double[] values = new double[5000];
        RandomStream stream = new(4);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = stream.NextNormal() * Math.ScaleB(1, stream.NextInt(60));
        }

        CompensatedSum total = default;
        for (int start = 0; start < values.Length; start += 2048)
        {
            total.Add(InStripes(values.AsSpan(start, Math.Min(2048, values.Length - start))));
        }

        Assert.Equal(BitConverter.DoubleToInt64Bits(total.Total), BitConverter.DoubleToInt64Bits(Sums.Sum(values)));
    }

    [Theory]
    [InlineData(double.PositiveInfinity, 1, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 1, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity, double.NaN)]
    [InlineData(double.NaN, 1, double.NaN)]
    public void Infinity_and_NaN_come_out(double first, double second, double expected)
    {
        double[] values = new double[40];
        (values[3], values[39]) = (first, second);

        Assert.Equal(expected, Sums.Sum(values));
        Assert.Equal((float)expected, (float)Sums.Sum(Array.ConvertAll(values, x => (float)x)));
    }

    [Fact]
    public void A_mean_of_nothing_is_refused()
    {
        Assert.Equal(0, Sums.Sum(Array.Empty<float>()));
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Sums.Mean(Array.Empty<float>())).ParamName);
        Assert.Throws<ArgumentException>(() => Sums.SampleVariance([1.0]));
    }

    [Fact]
    public void Factors_of_different_length_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Sums.Dot([1.0, 2.0], [1.0]));

        Assert.Equal("second", error.ParamName);
        Assert.Contains("second has 1 elements, first has 2.", error.Message, StringComparison.Ordinal);
    }

    private static CompensatedSum InStripes(ReadOnlySpan<double> block)
    {
        double[] sums = new double[16], lost = new double[16];
        int whole = block.Length / 16 * 16;
        for (int i = 0; i < whole; i++)
        {
            double before = sums[i % 16], sum = before + block[i], part = sum - before;
            lost[i % 16] += (before - (sum - part)) + (block[i] - part);
            sums[i % 16] = sum;
        }

        CompensatedSum total = default;
        for (int i = 0; i < 16; i++)
        {
            total.Add(sums[i]);
            total.AddLost(lost[i]);
        }

        foreach (double value in block[whole..])
        {
            total.Add(value);
        }

        return total;
    }
}

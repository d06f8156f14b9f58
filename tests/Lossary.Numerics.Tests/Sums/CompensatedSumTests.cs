namespace Lossary.Numerics.Tests;

public sealed class CompensatedSumTests
{
    [Fact]
    public void Digits_that_an_addition_rounds_away_come_back()
    {
        CompensatedSum sum = default;
        sum.Add(1e16);
        sum.Add(1);
        sum.Add(-1e16);

        Assert.Equal(1, sum.Total);
    }

    [Fact]
    public void Sums_merge_with_the_digits_they_kept()
    {
        CompensatedSum first = default, second = default;
        first.Add(1e16);
        first.Add(1);
        second.Add(1);
        second.Add(-1e16);
        first.Add(in second);

        Assert.Equal(2, first.Total);
    }

    [Fact]
    public void An_empty_sum_is_zero_and_infinity_stays()
    {
        CompensatedSum sum = default;
        Assert.Equal(0, sum.Total);

        sum.Add(double.PositiveInfinity);
        sum.Add(1);
        Assert.Equal(double.PositiveInfinity, sum.Total);

        sum.Add(double.NegativeInfinity);
        Assert.Equal(double.NaN, sum.Total);
    }
}

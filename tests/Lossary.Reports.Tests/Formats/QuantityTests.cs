using System.Globalization;

namespace Lossary.Reports.Tests;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(14234.2, "14.2 k")]
    [InlineData(999.96, "1.00 k")]
    [InlineData(999.4, "999")]
    [InlineData(95_000_000, "95.0 M")]
    [InlineData(1.5e9, "1.50 G")]
    [InlineData(2e14, "200 T")]
    [InlineData(1e15, "1.00e15")]
    [InlineData(0.0142, "0.0142")]
    [InlineData(0.00001234, "1.23e-5")]
    [InlineData(-3_100_000, "-3.10 M")]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(double.NaN, "n/a")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(double.NegativeInfinity, "-∞")]
    [InlineData(double.MaxValue, "1.80e308")]
    [InlineData(double.Epsilon, "4.94e-324")]
    public void Numbers_have_three_digits_and_a_prefix(double value, string expected) =>
        Assert.Equal(expected, Quantity.Format(value));

    [Theory]
    [InlineData(14234.2, 3, "14200")]
    [InlineData(0.233567, 4, "0.2336")]
    [InlineData(9.999, 3, "10.0")]
    [InlineData(-2.5, 1, "-2")]
    public void Significant_digits_are_counted_from_the_first(double value, int digits, string expected) =>
        Assert.Equal(expected, Quantity.Significant(value, digits));

    [Theory]
    [InlineData(0.003, "p = 0.003")]
    [InlineData(0.0312, "p = 0.031")]
    [InlineData(0.0996, "p = 0.10")]
    [InlineData(0.47, "p = 0.47")]
    [InlineData(0.00099, "p < 0.001")]
    [InlineData(0, "p < 0.001")]
    [InlineData(1, "p > 0.99")]
    [InlineData(double.NaN, "p unknown")]
    public void P_values_are_written_as_in_articles(double probability, string expected) =>
        Assert.Equal(expected, Quantity.PValue(probability));

    [Theory]
    [InlineData(0.0612, "6.1 %")]
    [InlineData(0.06, "6.0 %")]
    [InlineData(0.42, "42 %")]
    [InlineData(-0.061, "-6.1 %")]
    [InlineData(0.0996, "10 %")]
    [InlineData(0.0001, "< 0.1 %")]
    [InlineData(0, "0 %")]
    public void Fractions_become_percent(double fraction, string expected) =>
        Assert.Equal(expected, Quantity.Percent(fraction));

    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(0.00002, "< 0.1 ms")]
    [InlineData(0.0004, "0.4 ms")]
    [InlineData(0.34, "340 ms")]
    [InlineData(0.9999, "1.0 s")]
    [InlineData(4.23, "4.2 s")]
    [InlineData(9.97, "10 s")]
    [InlineData(59.7, "1 min 0 s")]
    [InlineData(72, "1 min 12 s")]
    [InlineData(7500, "2 h 5 min")]
    [InlineData(97200, "1 d 3 h")]
    [InlineData(-72, "-1 min 12 s")]
    public void Durations_have_their_two_largest_units(double seconds, string expected) =>
        Assert.Equal(expected, Quantity.Duration(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void A_column_shares_prefix_and_decimals()
    {
        Assert.Equal(["14.2 k", "9.8 k", "n/a"], Quantity.FormatColumn([14234.2, 9812, double.NaN]));
        Assert.Equal(["0.902", "0.911", "0.090"], Quantity.FormatColumn([0.9021, 0.9114, 0.0904]));
    }

    [Fact]
    public void An_interval_shares_its_prefix()
    {
        Assert.Equal("13.8–14.6 k", Quantity.Interval(13800, 14610));
        Assert.Equal("-1.20 to 3.40", Quantity.Interval(-1.2, 3.4));
    }

    [Fact]
    public void Counts_part_their_thousands() => Assert.Equal("1,460", Quantity.Count(1460));

    [Fact]
    public void Culture_does_not_matter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            comma.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = comma;
            Assert.Equal("-14.2 k", Quantity.Format(-14234.2));
            Assert.Equal("6.1 %", Quantity.Percent(0.061));
            Assert.Equal("1.5", SvgCanvas.Number(1.5));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Digits_outside_the_range_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantity.Format(1, 0));
}

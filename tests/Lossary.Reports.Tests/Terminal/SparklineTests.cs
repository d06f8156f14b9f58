namespace Lossary.Reports.Tests;

public sealed class SparklineTests
{
    [Fact]
    public void Levels_rise_with_the_values() =>
        Assert.Equal("▁▂▃▄▅▆▇█", Sparkline.Render([0, 1, 2, 3, 4, 5, 6, 7], 20));

    [Fact]
    public void Ascii_levels_rise_with_the_values() =>
        Assert.Equal("_.:-=+*#", Sparkline.Render([0, 1, 2, 3, 4, 5, 6, 7], 20, TerminalCharacters.Ascii));

    [Fact]
    public void Many_values_are_averaged_into_the_columns() =>
        Assert.Equal("▁█", Sparkline.Render([0, 0, 0, 9, 9, 9], 2));

    [Fact]
    public void Missing_values_are_blank_and_equal_ones_low() =>
        Assert.Equal("▁ ▁", Sparkline.Render([4, double.NaN, 4], 10));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void No_columns_give_no_text(int columns) => Assert.Equal("", Sparkline.Render([1, 2, 3], columns));
}

namespace Lossary.Studies.Tests;

public sealed class ThresholdsTests
{
    [Fact]
    public void A_limit_is_its_default_until_it_is_changed()
    {
        Thresholds changed = Thresholds.Default.With("tail-index", 4);
        Assert.Equal(3, Thresholds.Default[ThresholdCatalogue.TailIndex]);
        Assert.Equal(4, changed[ThresholdCatalogue.TailIndex]);
        Assert.Equal(0.01, changed[ThresholdCatalogue.OutlierShare]);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_nearest()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Thresholds.Default.With("outlier-shar", 0.1));
        Assert.Contains("nearest: 'outlier-share'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outlier-share", 1.5)]
    [InlineData("outlier-share", -0.1)]
    [InlineData("decades", double.NaN)]
    public void A_value_that_cannot_be_such_a_limit_is_refused(string name, double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Thresholds.Default.With(name, value));

    [Fact]
    public void Names_are_given_once() => Assert.Equal(
        ThresholdCatalogue.All.Count, ThresholdCatalogue.All.Select(card => card.Name).Distinct().Count());
}

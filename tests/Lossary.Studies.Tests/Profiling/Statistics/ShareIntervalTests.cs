namespace Lossary.Studies.Tests;

public sealed class ShareIntervalTests
{
    /// <summary>R 4: prop.test(7, 40, correct = FALSE)$conf.int.</summary>
    [Fact]
    public void Wilsons_interval_is_that_of_r()
    {
        (double low, double high) = ShareInterval.Of(7 / 40.0, 40);

        Assert.Equal(0.0874541374603592, low, 12);
        Assert.Equal(0.319499903317877, high, 12);
    }
}

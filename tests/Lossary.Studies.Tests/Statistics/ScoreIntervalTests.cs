using Lossary.Training;

namespace Lossary.Studies.Tests;

public sealed class ScoreIntervalTests
{
    [Theory]
    [InlineData("accuracy", 0.9, 0.8, 1.1, 0.8, 1)]
    [InlineData("accuracy", 0.1, -0.2, 0.4, 0, 0.4)]
    [InlineData("roc-auc", 0.5, -1.6, 1.1, 0, 1)]
    [InlineData("zero-one", 0.9, 0.7, 1.1, 0.7, 1)]
    [InlineData("rmse", 0.5, -0.2, 1.2, 0, 1.2)]
    [InlineData("r2", 0.1, -0.3, 0.5, -0.3, 0.5)]
    public void No_interval_goes_beyond_a_perfect_score(
        string metric, double mean, double low, double high, double expectedLow, double expectedHigh)
    {
        ScoreInterval interval = new ScoreInterval(mean, low, high).UpTo(MetricCatalogue.Find(metric));

        Assert.Equal(new ScoreInterval(mean, expectedLow, expectedHigh), interval);
    }
}

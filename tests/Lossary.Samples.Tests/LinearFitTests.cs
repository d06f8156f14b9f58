namespace Lossary.Samples.Tests;

public sealed class LinearFitTests
{
    [Fact]
    public void Squared_loss_runs_after_wrong_points_and_robust_losses_do_not()
    {
        Dictionary<string, FittedLine> lines = LinearFit.Run(TextWriter.Null).ToDictionary(line => line.Loss);

        Assert.True(lines["squared"].Slope > LinearFit.Slope + 0.5, $"squared: {lines["squared"]}");
        foreach (string robust in (string[])["absolute", "huber:delta=1", "log-cosh", "cauchy"])
        {
            Assert.Equal(LinearFit.Slope, lines[robust].Slope, 0.35);
            Assert.Equal(LinearFit.Intercept, lines[robust].Intercept, 0.2);
        }

        double OffBy(string name) => Math.Abs(lines[name].Slope - LinearFit.Slope);
        Assert.True(OffBy("cauchy") < OffBy("squared") / 5);
        Assert.True(lines["quantile:level=0.9"].Intercept > LinearFit.Intercept + 0.3);
    }
}

namespace Lossary.Losses.Tests;

public sealed class CostSensitiveLossTests() : PointwiseLaws<CostSensitiveLoss>(new(5, 2), 5, 2)
{
    protected override double Published(double prediction, double target) =>
        (5 * target * Math.Log(1 + Math.Exp(-prediction))) + (2 * (1 - target) * Math.Log(1 + Math.Exp(prediction)));

    [Theory]
    [InlineData(0.28)]
    [InlineData(0.29)]
    public void Best_score_is_positive_where_the_alarm_pays(double p)
    {
        // Elkan: the threshold is 2 / (5 + 2) = 0.2857. At a score of 0 the slope of the risk tells the side.
        ISampleLoss loss = (ISampleLoss)LossCatalogue.Create("cost-sensitive:miss=5,alarm=2");
        double pull = (p * loss.At(0, 1).Slope) + ((1 - p) * loss.At(0, 0).Slope);
        Assert.Equal(p > 2.0 / 7, pull < 0);
    }
}

public sealed class CostSensitiveLossOfEvenCostsTests() : PointwiseLaws<CostSensitiveLoss>(new(3, 3), 3, 3)
{
    protected override double Published(double prediction, double target) =>
        3 * (Math.Log(1 + Math.Exp(prediction)) - (target * prediction));
}

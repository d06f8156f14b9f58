namespace Lossary.Losses.Tests;

public sealed class ExtremeStableLossTests() : PointwiseLaws<ExtremeStableLoss>(new(-1.5), -1.5)
{
    protected override double Reach => 20;

    protected override double Published(double prediction, double target)
    {
        double mean = Math.Exp(prediction);
        return (Math.Pow(mean, 3.5) / 3.5) - (target * Math.Pow(mean, 2.5) / 2.5);
    }
}

public sealed class ExtremeStableLossOfPowerZeroTests() : PointwiseLaws<ExtremeStableLoss>(new(0), 0)
{
    protected override double Reach => 30;

    protected override double Published(double prediction, double target)
    {
        double mean = Math.Exp(prediction);
        return ((mean - target) * (mean - target) / 2) - (target * target / 2);
    }
}

namespace Lossary.Losses.Tests;

public sealed class TweedieLossTests() : PointwiseLaws<TweedieLoss>(new(1.3), 1.3)
{
    protected override double Reach => 80;

    protected override double Published(double prediction, double target)
    {
        double mean = Math.Exp(prediction);
        return (Math.Pow(mean, 0.7) / 0.7) + (target * Math.Pow(mean, -0.3) / 0.3);
    }
}

namespace Lossary.Losses.Tests;

public sealed class WeightedBinaryCrossEntropyLossTests()
    : PointwiseLaws<WeightedBinaryCrossEntropyLoss>(new(3.5), 3.5)
{
    protected override double Published(double prediction, double target)
    {
        double p = 1 / (1 + Math.Exp(-prediction));
        double q = 1 / (1 + Math.Exp(prediction));
        return -(3.5 * target * Math.Log(p)) - ((1 - target) * Math.Log(q));
    }
}

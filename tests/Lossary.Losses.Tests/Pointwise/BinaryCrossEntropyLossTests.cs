namespace Lossary.Losses.Tests;

public sealed class BinaryCrossEntropyLossTests() : PointwiseLaws<BinaryCrossEntropyLoss>(default)
{
    protected override double Published(double prediction, double target)
    {
        double p = 1 / (1 + Math.Exp(-prediction));
        return -(target * Math.Log(p)) - ((1 - target) * Math.Log(1 / (1 + Math.Exp(prediction))));
    }
}

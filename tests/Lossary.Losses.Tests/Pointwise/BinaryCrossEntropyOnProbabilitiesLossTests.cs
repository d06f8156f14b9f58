namespace Lossary.Losses.Tests;

public sealed class BinaryCrossEntropyOnProbabilitiesLossTests()
    : PointwiseLaws<BinaryCrossEntropyOnProbabilitiesLoss>(new(-100, 1e-12), -100, 1e-12)
{
    protected override double Published(double prediction, double target) =>
        -(target * Math.Log(prediction)) - ((1 - target) * Math.Log(1 - prediction));
}

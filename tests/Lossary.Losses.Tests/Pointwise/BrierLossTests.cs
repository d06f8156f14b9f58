namespace Lossary.Losses.Tests;

public sealed class BrierLossTests() : PointwiseLaws<BrierLoss>(default)
{
    protected override double Published(double prediction, double target) =>
        Math.Pow((1 / (1 + Math.Exp(-prediction))) - target, 2);
}

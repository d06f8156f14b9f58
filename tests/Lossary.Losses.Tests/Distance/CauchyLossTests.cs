namespace Lossary.Losses.Tests;

public sealed class CauchyLossTests() : DistanceLaws<CauchyLoss>(new(1.7), 1.7)
{
    protected override double Published(double residual) =>
        1.7 * 1.7 / 2 * Math.Log(1 + (residual / 1.7 * (residual / 1.7)));
}

namespace Lossary.Losses.Tests;

public sealed class PseudoHuberLossTests() : DistanceLaws<PseudoHuberLoss>(new(1.3), 1.3)
{
    protected override double Published(double residual) =>
        1.69 * (Math.Sqrt(1 + (residual / 1.3 * (residual / 1.3))) - 1);
}

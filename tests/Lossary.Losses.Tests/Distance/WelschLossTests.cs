namespace Lossary.Losses.Tests;

public sealed class WelschLossTests() : DistanceLaws<WelschLoss>(new(1.8), 1.8)
{
    protected override double Published(double residual) =>
        1.8 * 1.8 / 2 * (1 - Math.Exp(-(residual * residual) / (1.8 * 1.8)));
}

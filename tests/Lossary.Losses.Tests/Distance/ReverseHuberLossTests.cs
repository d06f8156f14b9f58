namespace Lossary.Losses.Tests;

public sealed class ReverseHuberLossTests() : DistanceLaws<ReverseHuberLoss>(new(1.7), 1.7)
{
    protected override double Reach => 1e15;

    protected override double Published(double residual)
    {
        double size = Math.Abs(residual);
        return size <= 1.7 ? size : ((residual * residual) + (1.7 * 1.7)) / 3.4;
    }
}

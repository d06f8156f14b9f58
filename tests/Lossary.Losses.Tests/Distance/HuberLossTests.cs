namespace Lossary.Losses.Tests;

public sealed class HuberLossTests() : DistanceLaws<HuberLoss>(new(1.5), 1.5)
{
    protected override double Published(double residual)
    {
        double size = Math.Abs(residual);
        return size <= 1.5 ? residual * residual / 2 : 1.5 * (size - 0.75);
    }
}

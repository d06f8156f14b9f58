namespace Lossary.Losses.Tests;

public sealed class WingLossTests() : DistanceLaws<WingLoss>(new(5, 0.5), 5, 0.5)
{
    protected override double Published(double residual)
    {
        double size = Math.Abs(residual);
        return size < 5 ? 5 * Math.Log(1 + (size / 0.5)) : size - (5 - (5 * Math.Log(11)));
    }
}

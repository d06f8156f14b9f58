namespace Lossary.Losses.Tests;

public sealed class LogisticDistanceLossTests() : DistanceLaws<LogisticDistanceLoss>(default)
{
    protected override double Published(double residual)
    {
        double size = Math.Abs(residual);
        return size + (2 * Math.Log(1 + Math.Exp(-size))) - Math.Log(4);
    }
}

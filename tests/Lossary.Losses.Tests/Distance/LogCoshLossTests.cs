namespace Lossary.Losses.Tests;

public sealed class LogCoshLossTests() : DistanceLaws<LogCoshLoss>(default)
{
    protected override double Published(double residual) => Math.Log(Math.Cosh(residual));
}

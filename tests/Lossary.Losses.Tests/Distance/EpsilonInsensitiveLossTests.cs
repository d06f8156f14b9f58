namespace Lossary.Losses.Tests;

public sealed class EpsilonInsensitiveLossTests() : DistanceLaws<EpsilonInsensitiveLoss>(new(0.4), 0.4)
{
    protected override double Published(double residual) =>
        Math.Abs(residual) <= 0.4 ? 0 : Math.Abs(residual) - 0.4;
}

public sealed class EpsilonInsensitiveLossAtZeroTests() : DistanceLaws<EpsilonInsensitiveLoss>(new(0), 0)
{
    protected override double Published(double residual) => Math.Abs(residual);
}

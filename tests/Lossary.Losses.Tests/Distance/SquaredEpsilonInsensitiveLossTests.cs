namespace Lossary.Losses.Tests;

public sealed class SquaredEpsilonInsensitiveLossTests() : DistanceLaws<SquaredEpsilonInsensitiveLoss>(new(0.4), 0.4)
{
    protected override double Published(double residual)
    {
        double excess = Math.Abs(residual) - 0.4;
        return excess <= 0 ? 0 : excess * excess;
    }
}

public sealed class SquaredEpsilonInsensitiveLossAtZeroTests() : DistanceLaws<SquaredEpsilonInsensitiveLoss>(new(0), 0)
{
    protected override double Published(double residual) => residual * residual;
}

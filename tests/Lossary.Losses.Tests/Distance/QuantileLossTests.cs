namespace Lossary.Losses.Tests;

public sealed class QuantileLossTests() : DistanceLaws<QuantileLoss>(new(0.8), 0.8)
{
    protected override double Published(double residual)
    {
        // Koenker and Bassett write u = target − prediction: u (τ − 1[u < 0]).
        double u = -residual;
        return u * (u < 0 ? 0.8 - 1 : 0.8);
    }
}

public sealed class MedianQuantileLossTests() : DistanceLaws<QuantileLoss>(new(0.5), 0.5)
{
    protected override double Published(double residual) => Math.Abs(residual) / 2;
}

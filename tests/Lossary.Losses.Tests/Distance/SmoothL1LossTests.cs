namespace Lossary.Losses.Tests;

public sealed class SmoothL1LossTests() : DistanceLaws<SmoothL1Loss>(new(0.6), 0.6)
{
    protected override double Published(double residual)
    {
        double size = Math.Abs(residual);
        return size < 0.6 ? 0.5 * size * size / 0.6 : size - 0.3;
    }
}

/// <summary>β = 0 is the absolute error, as in PyTorch.</summary>
public sealed class SmoothL1LossAtZeroTests() : DistanceLaws<SmoothL1Loss>(new(0), 0)
{
    protected override double Published(double residual) => Math.Abs(residual);
}

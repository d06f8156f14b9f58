namespace Lossary.Losses.Tests;

public sealed class QuantileHuberLossTests() : DistanceLaws<QuantileHuberLoss>(new(0.8, 1.5), 0.8, 1.5)
{
    protected override double Published(double residual)
    {
        double u = -residual, size = Math.Abs(u);
        double huber = size <= 1.5 ? u * u / 2 : 1.5 * (size - 0.75);
        return Math.Abs(0.8 - (u < 0 ? 1 : 0)) * huber;
    }
}

public sealed class QuantileHuberLossInTheMiddleTests() : DistanceLaws<QuantileHuberLoss>(new(0.5, 1), 0.5, 1)
{
    protected override double Published(double residual)
    {
        double size = Math.Abs(residual);
        return (size <= 1 ? residual * residual / 2 : size - 0.5) / 2;
    }
}

namespace Lossary.Losses.Tests;

public sealed class LinexLossTests() : DistanceLaws<LinexLoss>(new(0.8), 0.8)
{
    protected override double Reach => 100;

    protected override double Published(double residual) =>
        Math.Exp(0.8 * residual) - (0.8 * residual) - 1;
}

public sealed class LinexLossOfUnderpredictionTests() : DistanceLaws<LinexLoss>(new(-0.5), -0.5)
{
    protected override double Reach => 160;

    protected override double Published(double residual) =>
        Math.Exp(-0.5 * residual) + (0.5 * residual) - 1;
}

namespace Lossary.Losses.Tests;

public sealed class HalfSquaredLossTests() : DistanceLaws<HalfSquaredLoss>(default)
{
    protected override double Published(double residual) => residual * residual / 2;
}

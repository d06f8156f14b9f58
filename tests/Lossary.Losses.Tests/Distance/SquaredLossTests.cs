namespace Lossary.Losses.Tests;

public sealed class SquaredLossTests() : DistanceLaws<SquaredLoss>(default)
{
    protected override double Published(double residual) => residual * residual;
}

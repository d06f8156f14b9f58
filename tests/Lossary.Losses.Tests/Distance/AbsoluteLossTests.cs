namespace Lossary.Losses.Tests;

public sealed class AbsoluteLossTests() : DistanceLaws<AbsoluteLoss>(default)
{
    protected override double Published(double residual) => residual < 0 ? -residual : residual;
}

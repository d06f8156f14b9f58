namespace Lossary.Losses.Tests;

public sealed class GemanMcClureLossTests() : DistanceLaws<GemanMcClureLoss>(new(1.4), 1.4)
{
    protected override double Published(double residual)
    {
        double square = residual / 1.4 * (residual / 1.4);
        return 2 * square / (square + 4);
    }
}

namespace Lossary.Losses.Tests;

public sealed class GammaLossTests() : PointwiseLaws<GammaLoss>(default)
{
    protected override double Reach => 80;

    protected override double Published(double prediction, double target) =>
        prediction + (target / Math.Exp(prediction));
}

namespace Lossary.Losses.Tests;

public sealed class PoissonLossTests() : PointwiseLaws<PoissonLoss>(default)
{
    protected override double Reach => 80;

    protected override double Published(double prediction, double target) =>
        Math.Exp(prediction) - (target * prediction);
}

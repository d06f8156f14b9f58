namespace Lossary.Losses.Tests;

public sealed class InverseGaussianLossTests() : PointwiseLaws<InverseGaussianLoss>(default)
{
    protected override double Reach => 40;

    protected override double Published(double prediction, double target)
    {
        double mean = Math.Exp(prediction);
        return (target / (2 * mean * mean)) - (1 / mean);
    }

    [Fact]
    public void Constant_dropped_makes_it_half_the_deviance()
    {
        // (t − μ)² / (2 t μ²) by hand for t = 3, μ = 2: 1/24.
        Close.Check(1.0 / 24, default(InverseGaussianLoss).Mean([Math.Log(2)], [3.0]) + (1.0 / 6), 1e-13, 0, $"half the deviance");
    }
}

namespace Lossary.Losses.Tests;

public sealed class WeibullLossTests() : PointwiseLaws<WeibullLoss>(new(2), 2)
{
    protected override double Reach => 30;

    // Γ(3/2) = √π / 2; the density k/λ (t/λ)^(k−1) exp(−(t/λ)^k) at λ = eᶻ / Γ(1 + 1/k), terms of t alone left out.
    protected override double Published(double prediction, double target)
    {
        double scale = Math.Exp(prediction) * 2 / Math.Sqrt(Math.PI);
        return (2 * prediction) + Math.Pow(target / scale, 2);
    }
}

public sealed class WeibullLossOfShapeOneTests() : PointwiseLaws<WeibullLoss>(new(1), 1)
{
    protected override double Reach => 80;

    protected override double Published(double prediction, double target) =>
        prediction + (target * Math.Exp(-prediction));
}

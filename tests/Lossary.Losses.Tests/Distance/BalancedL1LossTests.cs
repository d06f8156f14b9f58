namespace Lossary.Losses.Tests;

public sealed class BalancedL1LossTests() : DistanceLaws<BalancedL1Loss>(new(0.5, 1.5, 2), 0.5, 1.5, 2)
{
    // At b = e³ − 1, by equation 8 of the paper, of r/β.
    protected override double Published(double residual)
    {
        double b = Math.Exp(3) - 1, x = Math.Abs(residual) / 2;
        return x < 1
            ? 2 * ((0.5 / b * ((b * x) + 1) * Math.Log((b * x) + 1)) - (0.5 * x))
            : 2 * ((1.5 * x) + (1.5 / b) - 0.5);
    }
}

namespace Lossary.Losses.Tests;

public sealed class TukeyLossTests() : DistanceLaws<TukeyLoss>(new(2.5), 2.5)
{
    protected override double Published(double residual)
    {
        double rest = 1 - (residual * residual / 6.25);
        return Math.Abs(residual) <= 2.5 ? 6.25 / 6 * (1 - (rest * rest * rest)) : 6.25 / 6;
    }
}

namespace Lossary.Losses.Tests;

public sealed class SmoothL2LossTests() : DistanceLaws<SmoothL2Loss>(default)
{
    protected override double Published(double residual)
    {
        // As printed, the same line twice.
        return Math.Abs(residual) < 1 ? residual * residual / 2 : residual * residual / 2;
    }
}

namespace Lossary.Losses.Tests;

public sealed class FairLossTests() : DistanceLaws<FairLoss>(new(1.3), 1.3)
{
    protected override double Published(double residual)
    {
        double u = Math.Abs(residual) / 1.3;

        // ln(1 + u) as 2 atanh(u / (2 + u)), which .NET has to full precision.
        return 1.69 * (u - (2 * Math.Atanh(u / (2 + u))));
    }
}

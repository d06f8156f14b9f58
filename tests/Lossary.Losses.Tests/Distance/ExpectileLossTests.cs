namespace Lossary.Losses.Tests;

public sealed class ExpectileLossTests() : DistanceLaws<ExpectileLoss>(new(0.7), 0.7)
{
    protected override double Published(double residual)
    {
        // Newey and Powell write u = target − prediction: |τ − 1[u < 0]| u².
        double u = -residual;
        return (u < 0 ? 1 - 0.7 : 0.7) * u * u;
    }
}

public sealed class MeanExpectileLossTests() : DistanceLaws<ExpectileLoss>(new(0.5), 0.5)
{
    protected override double Published(double residual) => residual * residual / 2;
}

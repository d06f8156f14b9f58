namespace Lossary.Losses.Tests;

public sealed class TangentLossTests() : MarginLaws<TangentLoss>(default)
{
    protected override double Published(double margin) => Math.Pow((2 * Math.Atan(margin)) - 1, 2);
}

namespace Lossary.Losses.Tests;

public sealed class SquaredMarginLossTests() : MarginLaws<SquaredMarginLoss>(default)
{
    protected override double Published(double margin) => Math.Pow(1 - margin, 2);
}

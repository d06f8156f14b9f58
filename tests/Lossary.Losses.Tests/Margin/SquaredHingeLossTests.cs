namespace Lossary.Losses.Tests;

public sealed class SquaredHingeLossTests() : MarginLaws<SquaredHingeLoss>(default)
{
    protected override double Published(double margin) => margin < 1 ? Math.Pow(1 - margin, 2) : 0;
}

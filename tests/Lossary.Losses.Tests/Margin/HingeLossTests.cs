namespace Lossary.Losses.Tests;

public sealed class HingeLossTests() : MarginLaws<HingeLoss>(default)
{
    protected override double Published(double margin) => Math.Max(0, 1 - margin);
}

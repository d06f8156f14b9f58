namespace Lossary.Losses.Tests;

public sealed class SavageLossTests() : MarginLaws<SavageLoss>(default)
{
    protected override double Published(double margin) => 1 / Math.Pow(1 + Math.Exp(margin), 2);
}

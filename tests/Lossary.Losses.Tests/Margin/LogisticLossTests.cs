namespace Lossary.Losses.Tests;

public sealed class LogisticLossTests() : MarginLaws<LogisticLoss>(default)
{
    protected override double Published(double margin) => Math.Log(1 + Math.Exp(-margin));
}

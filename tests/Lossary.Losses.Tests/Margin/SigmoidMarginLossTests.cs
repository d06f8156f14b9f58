namespace Lossary.Losses.Tests;

public sealed class SigmoidMarginLossTests() : MarginLaws<SigmoidMarginLoss>(default)
{
    protected override double Published(double margin) => 1 / (1 + Math.Exp(margin));
}

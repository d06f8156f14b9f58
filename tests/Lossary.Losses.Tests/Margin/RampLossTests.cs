namespace Lossary.Losses.Tests;

public sealed class RampLossTests() : MarginLaws<RampLoss>(new(-0.5), -0.5)
{
    protected override double Published(double margin) => Math.Min(1.5, Math.Max(0, 1 - margin));
}

public sealed class RampLossOfTwoClassesTests() : MarginLaws<RampLoss>(new(-1), -1)
{
    protected override double Published(double margin) => Math.Min(2, Math.Max(0, 1 - margin));
}

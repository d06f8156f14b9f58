namespace Lossary.Losses.Tests;

public sealed class ExponentialLossTests() : MarginLaws<ExponentialLoss>(new(0.7), 0.7)
{
    protected override double Published(double margin) => Math.Exp(-0.7 * margin);

    /// <summary>e^(0.7 · 120) is the last below the largest float, also when squared factors come on top.</summary>
    protected override double Reach => 120;
}

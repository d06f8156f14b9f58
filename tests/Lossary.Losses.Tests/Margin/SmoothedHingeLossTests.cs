namespace Lossary.Losses.Tests;

public sealed class SmoothedHingeLossTests() : MarginLaws<SmoothedHingeLoss>(new(0.4), 0.4)
{
    protected override double Published(double margin) =>
        margin >= 1 ? 0 : margin <= 0.6 ? 1 - margin - 0.2 : (1 - margin) * (1 - margin) / 0.8;
}

namespace Lossary.Losses.Tests;

public sealed class SymmetricCrossEntropyLossTests()
    : LogProbabilityLaws<SymmetricCrossEntropyLoss>(new(0.1, 1, -4), 0.1, 1, -4)
{
    protected override double Published(double logProbability) =>
        (-0.1 * logProbability) + (4 * (1 - Math.Exp(logProbability)));
}

public sealed class ReverseCrossEntropyLossTests()
    : LogProbabilityLaws<SymmetricCrossEntropyLoss>(new(0, 0.5, -6), 0, 0.5, -6)
{
    protected override double Published(double logProbability) => 3 * (1 - Math.Exp(logProbability));
}

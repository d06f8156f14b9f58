namespace Lossary.Losses.Tests;

public sealed class FocalCrossEntropyLossTests() : LogProbabilityLaws<FocalCrossEntropyLoss>(new(2), 2)
{
    protected override double Published(double logProbability) =>
        -Math.Pow(1 - Math.Exp(logProbability), 2) * logProbability;
}

public sealed class SlightlyFocalCrossEntropyLossTests() : LogProbabilityLaws<FocalCrossEntropyLoss>(new(0.5), 0.5)
{
    protected override double Published(double logProbability) =>
        -Math.Pow(1 - Math.Exp(logProbability), 0.5) * logProbability;
}

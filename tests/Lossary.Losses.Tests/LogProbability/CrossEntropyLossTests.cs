namespace Lossary.Losses.Tests;

public sealed class CrossEntropyLossTests() : LogProbabilityLaws<CrossEntropyLoss>(new(), 0)
{
    protected override double Published(double logProbability) => -Math.Log(Math.Exp(logProbability));
}

public sealed class SmoothedCrossEntropyLossTests() : LogProbabilityLaws<CrossEntropyLoss>(new(0.1), 0.1)
{
    protected override double Published(double logProbability) => -Math.Log(Math.Exp(logProbability));
}

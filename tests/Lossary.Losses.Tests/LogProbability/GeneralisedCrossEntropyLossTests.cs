namespace Lossary.Losses.Tests;

public sealed class GeneralisedCrossEntropyLossTests() : LogProbabilityLaws<GeneralisedCrossEntropyLoss>(new(0.7), 0.7)
{
    protected override double Published(double logProbability) => (1 - Math.Pow(Math.Exp(logProbability), 0.7)) / 0.7;
}

public sealed class AbsoluteProbabilityLossTests() : LogProbabilityLaws<GeneralisedCrossEntropyLoss>(new(1), 1)
{
    protected override double Published(double logProbability) => 1 - Math.Exp(logProbability);
}

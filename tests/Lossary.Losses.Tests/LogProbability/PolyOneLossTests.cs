namespace Lossary.Losses.Tests;

public sealed class PolyOneLossTests() : LogProbabilityLaws<PolyOneLoss>(new(2), 2)
{
    protected override double Published(double logProbability) => -logProbability + (2 * (1 - Math.Exp(logProbability)));
}

public sealed class NegativePolyOneLossTests() : LogProbabilityLaws<PolyOneLoss>(new(-1), -1)
{
    protected override double Published(double logProbability) => -logProbability - (1 - Math.Exp(logProbability));
}

namespace Lossary.Losses.Tests;

public sealed class NegativeLogLikelihoodLossTests() : LogProbabilityLaws<NegativeLogLikelihoodLoss>(default)
{
    protected override double Published(double logProbability) => -logProbability;
}

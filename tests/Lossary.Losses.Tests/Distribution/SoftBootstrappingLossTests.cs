namespace Lossary.Losses.Tests;

public sealed class SoftBootstrappingLossTests() : DistributionLaws<SoftBootstrappingLoss>(new(0.8), 0.8)
{
    protected override double Published(double logProbability, double share) =>
        -((0.8 * share) + (0.2 * Math.Exp(logProbability))) * logProbability;
}

public sealed class SoftBootstrappingLossThatTrustsLabelsTests() : DistributionLaws<SoftBootstrappingLoss>(new(1), 1)
{
    protected override double Published(double logProbability, double share) => -share * logProbability;
}

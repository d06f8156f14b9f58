namespace Lossary.Losses.Tests;

public sealed class ConfidencePenaltyLossTests() : DistributionLaws<ConfidencePenaltyLoss>(new(0.3), 0.3)
{
    protected override double Published(double logProbability, double share) =>
        (-share * logProbability) + (0.3 * Math.Exp(logProbability) * logProbability);

    [Fact]
    public void Even_probabilities_cost_their_cross_entropy_less_their_entropy() =>
        Assert.Equal(0.7 * Math.Log(4), Subject.Sum([2.0, 2, 2, 2], 4, [1]), 1e-15);
}

namespace Lossary.Losses.Tests;

public sealed class EntropyLossTests() : DistributionLaws<EntropyLoss>(default)
{
    protected override double Published(double logProbability, double share) =>
        -Math.Exp(logProbability) * logProbability;

    [Fact]
    public void Even_probabilities_have_the_logarithm_of_their_number_whatever_the_label()
    {
        Assert.Equal(Math.Log(5), Subject.Sum([1.0, 1, 1, 1, 1], 5, [0]), 1e-15);
        Assert.Equal(Math.Log(5), Subject.Sum([1.0, 1, 1, 1, 1], 5, [3]), 1e-15);
    }
}

namespace Lossary.Losses.Tests;

public sealed class TaylorCrossEntropyLossTests() : LogProbabilityLaws<TaylorCrossEntropyLoss>(new(3), 3)
{
    protected override double Published(double logProbability)
    {
        double u = 1 - Math.Exp(logProbability);
        return u + (u * u / 2) + (u * u * u / 3);
    }

    [Fact]
    public void Number_of_terms_must_be_whole() =>
        Assert.Equal("n", Assert.Throws<ArgumentOutOfRangeException>(() => new TaylorCrossEntropyLoss(2.5)).ParamName);
}

public sealed class TaylorCrossEntropyLossOfOneTermTests() : LogProbabilityLaws<TaylorCrossEntropyLoss>(new(1), 1)
{
    protected override double Published(double logProbability) => 1 - Math.Exp(logProbability);
}

namespace Lossary.Losses.Tests;

public sealed class LeastSquaresDiscriminatorLossTests() : ArrayLaws<LeastSquaresDiscriminatorLoss>
{
    [Fact]
    public void Scores_of_2_and_minus_1_are_1_off_each() =>
        Assert.Equal(1, CostOf(("real", 2), ("fake", -1)), 13);
}

namespace Lossary.Losses.Tests;

public sealed class LeastSquaresGeneratorLossTests() : ArrayLaws<LeastSquaresGeneratorLoss>
{
    [Fact]
    public void A_score_of_minus_1_is_2_off() =>
        Assert.Equal(2, CostOf(("fake", -1)), 13);
}

namespace Lossary.Losses.Tests;

public sealed class BalancedAccuracyLossTests() : ArrayLaws<BalancedAccuracyLoss>
{
    [Fact]
    public void One_positive_counts_as_much_as_two_negatives()
    {
        double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
        double expected = 0.5 * (Sigmoid(-0.4) + (0.5 * (Sigmoid(1) + Sigmoid(-2))));
        Assert.Equal(expected, ValueOf(Given(("score", [0.4, 1, -2]), ("label", [1, 0, 0]))), 14);
    }
}

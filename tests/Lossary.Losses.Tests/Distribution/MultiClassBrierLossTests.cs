namespace Lossary.Losses.Tests;

public sealed class MultiClassBrierLossTests() : DistributionLaws<MultiClassBrierLoss>(default)
{
    protected override double Published(double logProbability, double share) =>
        Math.Pow(Math.Exp(logProbability) - share, 2);

    [Fact]
    public void Loss_is_the_squared_distance_from_the_shares()
    {
        // softmax(ln 1, ln 3) = (¼, ¾); (¼ − ½)² + (¾ − ½)² = ⅛.
        Totals totals = default(MultiClassBrierLoss).Evaluate(
            new ClassBatch<double> { Scores = [0, Math.Log(3)], Classes = 2, Shares = [0.5, 0.5] });
        Assert.Equal(0.125, totals.Sum, 1e-15);
    }
}

namespace Lossary.Losses.Tests;

public sealed class MultiClassBrierLossTests() : ClassTermLaws<MultiClassBrierLoss>(default)
{
    [Fact]
    public void Loss_is_the_squared_distance_from_the_shares()
    {
        // softmax(ln 1, ln 3) = (¼, ¾); (¼ − ½)² + (¾ − ½)² = ⅛.
        Totals totals = default(MultiClassBrierLoss).Evaluate(
            new ClassBatch<double> { Scores = [0, Math.Log(3)], Classes = 2, Shares = [0.5, 0.5] });
        Assert.Equal(0.125, totals.Sum, 1e-15);
    }

    [Fact]
    public void Card_is_that_of_a_loss_of_all_classes() =>
        Assert.Equal(LossFamily.Distribution, LossCatalogue.Find(Card.Key).Family);

    /// <inheritdoc/>
    internal override unsafe double SweepIn<TLane, T>(in ClassRows<T> rows) => rows.Shares == null
        ? ClassTermKernel.Sweep<MultiClassBrierLoss, TLane, T, SmoothedIndex<T>>(Subject, rows)
        : ClassTermKernel.Sweep<MultiClassBrierLoss, TLane, T, SmoothedShares<T>>(Subject, rows);
}

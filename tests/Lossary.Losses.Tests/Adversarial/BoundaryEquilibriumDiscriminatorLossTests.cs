namespace Lossary.Losses.Tests;

public sealed class BoundaryEquilibriumDiscriminatorLossTests() : ArrayLaws<BoundaryEquilibriumDiscriminatorLoss>(0.25)
{
    [Fact]
    public void A_made_sample_counts_by_k() =>
        Assert.Equal(2 - 0.75, CostOf(("real", 2), ("fake", 3)));

    [Fact]
    public void K_grows_where_made_samples_are_restored_too_well_and_stays_within_0_and_1()
    {
        BoundaryEquilibriumDiscriminatorLoss loss = new(0.25);
        Assert.Equal(0.25 + (0.001 * ((0.5 * 4) - 1)), loss.Next(4, 1), 15);
        Assert.Equal(0, loss.Next(0, 500, rate: 0.01));
    }
}

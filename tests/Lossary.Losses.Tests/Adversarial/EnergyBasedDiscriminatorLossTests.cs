namespace Lossary.Losses.Tests;

public sealed class EnergyBasedDiscriminatorLossTests() : ArrayLaws<EnergyBasedDiscriminatorLoss>
{
    [Fact]
    public void Energies_of_2_and_a_quarter_cost_the_first_and_what_the_second_lacks() =>
        Assert.Equal(2.75, CostOf(("real", 2), ("fake", 0.25)), 13);
}

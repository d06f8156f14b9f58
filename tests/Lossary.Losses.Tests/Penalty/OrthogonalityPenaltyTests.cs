namespace Lossary.Losses.Tests;

public sealed class OrthogonalityPenaltyTests() : ArrayLaws<OrthogonalityPenalty>(1)
{
    [Fact]
    public void A_rotation_costs_0_and_a_stretched_row_the_square_of_its_excess()
    {
        LossInputs<double> inputs = new() { ["parameter"] = TestInputs.Variable([2, 2], 0.6, 0.8, -0.8, 0.6) };
        Assert.Equal(0, ValueOf(inputs), 14);
        inputs["parameter"] = TestInputs.Variable([2, 2], 2, 0, 0, 1);
        Assert.Equal(9, ValueOf(inputs), 14);
    }
}

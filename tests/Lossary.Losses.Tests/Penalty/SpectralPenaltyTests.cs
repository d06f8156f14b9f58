namespace Lossary.Losses.Tests;

public sealed class SpectralPenaltyTests() : ArrayLaws<SpectralPenalty>(1, 5000)
{
    /// <summary>Power iterations stop short of the limit where two singular values are close.</summary>
    protected override double GradientPrecision => 1e-6;

    [Fact]
    public void The_largest_singular_value_of_a_known_matrix()
    {
        // (3, 0; 4, 5) has the singular values 3 root 5 and root 5.
        LossInputs<double> inputs = new() { ["parameter"] = TestInputs.Variable([2, 2], 3, 0, 4, 5) };
        Assert.Equal(22.5, ValueOf(inputs), 12);
    }

    [Fact]
    public void A_matrix_of_zeros_costs_0_and_pulls_nowhere()
    {
        LossInputs<double> inputs = new() { ["parameter"] = TestInputs.Variable([2, 3], new double[6]) };
        Assert.Equal(0, ValueOf(inputs));
        Assert.All(inputs["parameter"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
    }
}

namespace Lossary.Losses.Tests;

public sealed class HoyerPenaltyTests() : ArrayLaws<HoyerPenalty>(1)
{
    [Theory]
    [InlineData(new double[] { 7, 0, 0, 0 }, 1)]
    [InlineData(new double[] { 2, -2, 2, -2 }, 4)]
    [InlineData(new double[] { 0, 0, 0, 0 }, 0)]
    public void It_counts_parameters_of_equal_size(double[] parameters, double expected)
    {
        LossInputs<double> inputs = new() { ["parameter"] = TestInputs.Variable([4], parameters) };
        Assert.Equal(expected, ValueOf(inputs), 14);
        Assert.All(inputs["parameter"].Gradient.ToArray(), slope => Assert.True(double.IsFinite(slope)));
    }

    [Fact]
    public void Scale_is_free()
    {
        LossInputs<double> inputs = new() { ["parameter"] = TestInputs.Variable([3], 1, 2, -3) };
        LossInputs<double> larger = new() { ["parameter"] = TestInputs.Variable([3], 10, 20, -30) };
        Assert.Equal(ValueOf(inputs), ValueOf(larger), 14);
    }
}

namespace Lossary.Losses.Tests;

public sealed class CosineDistillationLossTests() : ArrayLaws<CosineDistillationLoss>
{
    [Theory]
    [InlineData(2, 0, 0)]
    [InlineData(0, 5, 1)]
    [InlineData(-1, 0, 2)]
    [InlineData(0, 0, 1)]
    public void Directions_count_and_lengths_do_not(double x, double y, double expected)
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([1, 2], x, y),
            ["teacher"] = TestInputs.Constant([1, 2], 3, 0),
        };
        Assert.Equal(expected, ValueOf(inputs), 14);
        Assert.All(inputs["student"].Gradient.ToArray(), slope => Assert.True(double.IsFinite(slope)));
    }
}

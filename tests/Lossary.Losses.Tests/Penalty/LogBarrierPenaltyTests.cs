namespace Lossary.Losses.Tests;

public sealed class LogBarrierPenaltyTests() : ArrayLaws<LogBarrierPenalty>
{
    [Theory]
    [InlineData(-1, 0)]
    [InlineData(-0.5, 0.13862943611198906)]
    [InlineData(0, 0.8437751649736402)]
    [InlineData(2, 10.84377516497364)]
    public void Within_it_is_a_logarithm_and_beyond_a_line(double constraint, double cost) =>
        Assert.Equal(cost, CostOf(("constraint", constraint)), 13);

    [Fact]
    public void The_two_meet_smoothly()
    {
        LossInputs<double> inputs = Given(("constraint", [-0.04 - 1e-9, -0.04 + 1e-9]));
        inputs.Reduction = Reduction.Sum;
        Subject.Evaluate(inputs);
        Assert.Equal(5, inputs["constraint"].Gradient[0], 6);
        Assert.Equal(5, inputs["constraint"].Gradient[1], 13);
    }
}

namespace Lossary.Losses.Tests;

public sealed class ParityGapLossTests() : ArrayLaws<ParityGapLoss>
{
    [Fact]
    public void Means_of_three_quarters_and_a_half_are_a_sixteenth_apart()
    {
        LossInputs<double> inputs = TestInputs.Pair("logit", [Math.Log(3), 0, 0], "group", [1, 0, 0]);
        Assert.Equal(1.0 / 16, ValueOf(inputs), 15);
    }

    [Fact]
    public void An_empty_group_costs_0()
    {
        LossInputs<double> inputs = TestInputs.Pair("logit", [Math.Log(3), 0], "group", [1, 1]);
        Assert.Equal(0, ValueOf(inputs));
        Assert.Equal([0, 0], inputs["logit"].Gradient.ToArray());
    }
}

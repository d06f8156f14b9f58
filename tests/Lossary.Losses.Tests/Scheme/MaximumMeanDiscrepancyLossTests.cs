namespace Lossary.Losses.Tests;

public sealed class MaximumMeanDiscrepancyLossTests() : ArrayLaws<MaximumMeanDiscrepancyLoss>
{
    [Fact]
    public void Equal_samples_cost_0()
    {
        LossInputs<double> inputs = new()
        {
            ["source"] = TestInputs.Variable([2, 1], 1, 3),
            ["other"] = TestInputs.Variable([2, 1], 3, 1),
        };
        Assert.Equal(0, ValueOf(inputs), 15);
    }

    [Fact]
    public void The_unbiased_form_leaves_out_what_is_with_itself()
    {
        // Samples (0, 1) and (0, 2) with a kernel of e^(-d^2/2).
        LossInputs<double> inputs = new()
        {
            ["source"] = TestInputs.Variable([2, 1], 0, 1),
            ["other"] = TestInputs.Variable([2, 1], 0, 2),
        };
        double one = Math.Exp(-0.5), two = Math.Exp(-2), across = (1 + two + one + one) / 4;
        Assert.Equal(one + two - (2 * across), new MaximumMeanDiscrepancyLoss(1, 1).Evaluate(inputs).Mean, 14);
        Assert.Equal((2 + one + one) / 4 + ((2 + two + two) / 4) - (2 * across), ValueOf(inputs), 14);
    }
}

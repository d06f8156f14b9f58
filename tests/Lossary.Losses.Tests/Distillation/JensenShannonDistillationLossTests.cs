namespace Lossary.Losses.Tests;

public sealed class JensenShannonDistillationLossTests() : ArrayLaws<JensenShannonDistillationLoss>
{
    [Fact]
    public void Two_classes_by_hand()
    {
        // Shares (1/4, 3/4) and (1/2, 1/2): the mixture is (3/8, 5/8).
        LossInputs<double> inputs = TestInputs.StudentAndTeacher();
        double expected = 0.5 * ((0.5 * Math.Log(0.5 / 0.375)) + (0.5 * Math.Log(0.5 / 0.625))
            + (0.25 * Math.Log(0.25 / 0.375)) + (0.75 * Math.Log(0.75 / 0.625)));
        Assert.Equal(expected, ValueOf(inputs), 14);
    }

    [Fact]
    public void Distributions_that_share_nothing_cost_the_logarithm_of_2()
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([1, 2], -1e6, 1e6),
            ["teacher"] = TestInputs.Constant([1, 2], 1e6, -1e6),
        };
        Assert.Equal(Math.Log(2), ValueOf(inputs), 14);
        Assert.All(inputs["student"].Gradient.ToArray(), slope => Assert.True(double.IsFinite(slope)));
    }

    [Fact]
    public void At_the_end_it_is_beta_times_plain_distillation()
    {
        LossInputs<double> inputs = Example(51), plain = Example(51);
        plain["target"] = TestInputs.Constant([Rows], new double[Rows]);
        double expected = new DistillationLoss(1, 1).Evaluate(plain).Mean;
        Assert.Equal(expected, new JensenShannonDistillationLoss(1e-6, 1).Evaluate(inputs).Mean / 1e-6, 1e-4);
    }
}

namespace Lossary.Losses.Tests;

public sealed class SkewDistillationLossTests() : ArrayLaws<SkewDistillationLoss>
{
    [Fact]
    public void Two_classes_by_hand()
    {
        // With a share of 1/2 the mixture is (3/8, 5/8).
        double expected = (0.5 * Math.Log(0.5 / 0.375)) + (0.5 * Math.Log(0.5 / 0.625));
        Assert.Equal(expected, new SkewDistillationLoss(0.5, 1).Evaluate(TestInputs.StudentAndTeacher()).Mean, 14);
    }

    [Fact]
    public void It_is_bounded_by_minus_the_logarithm_of_its_share()
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([1, 2], -1e6, 1e6),
            ["teacher"] = TestInputs.Constant([1, 2], 1e6, -1e6),
        };
        Assert.Equal(-Math.Log(0.1), ValueOf(inputs), 13);
    }

    [Fact]
    public void A_share_of_0_is_plain_distillation()
    {
        LossInputs<double> inputs = Example(52), plain = Example(52);
        plain["target"] = TestInputs.Constant([Rows], new double[Rows]);
        double expected = new DistillationLoss(1, 1).Evaluate(plain).Mean;
        Assert.Equal(expected, new SkewDistillationLoss(0, 1).Evaluate(inputs).Mean, 13);
    }
}

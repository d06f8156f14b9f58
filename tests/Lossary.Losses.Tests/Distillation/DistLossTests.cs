namespace Lossary.Losses.Tests;

public sealed class DistLossTests() : ArrayLaws<DistLoss>
{
    [Fact]
    public void Equal_shares_cost_0()
    {
        LossInputs<double> inputs = Example(54);
        inputs["teacher"] = TestInputs.Constant([Rows, 4], inputs["student"].Values.ToArray());
        Assert.Equal(0, ValueOf(inputs), 13);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(10)]
    public void A_student_that_knows_nothing_has_finite_slopes(int classes)
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([2, classes], new double[2 * classes]),
            ["teacher"] = TestInputs.Constant([2, classes], [.. Enumerable.Range(0, 2 * classes).Select(i => Math.Sin(i))]),
        };

        // No row and no column varies: each correlation counts as 0.
        Assert.Equal(2, new DistLoss(1, 1, 1).Evaluate(inputs).Mean, 14);
        Assert.All(inputs["student"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
    }

    [Fact]
    public void A_teacher_that_knows_nothing_correlates_with_nothing()
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([2, 2], 0, Math.Log(3), Math.Log(3), 0),
            ["teacher"] = TestInputs.Constant([2, 2], 0, 0, 0, 0),
        };
        Assert.Equal(5, new DistLoss(2, 3, 1).Evaluate(inputs).Mean, 14);
    }
}

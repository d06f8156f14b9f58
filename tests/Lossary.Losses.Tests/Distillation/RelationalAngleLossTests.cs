namespace Lossary.Losses.Tests;

public sealed class RelationalAngleLossTests() : ArrayLaws<RelationalAngleLoss>
{
    [Fact]
    public void A_right_and_an_equilateral_triangle_by_hand()
    {
        // Cosines 0, 3/5, 4/5 against 1/2 at each corner; each angle counts twice.
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([3, 2], 0, 0, 3, 0, 0, 4),
            ["teacher"] = TestInputs.Constant([3, 2], 0, 0, 1, 0, 0.5, Math.Sqrt(0.75)),
        };
        double[] gaps = [-0.5, 0.1, 0.3];
        Assert.Equal(gaps.Average(gap => 0.5 * gap * gap), ValueOf(inputs), 14);
    }

    [Fact]
    public void Two_samples_make_no_angle()
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([2, 1], 1, 2),
            ["teacher"] = TestInputs.Constant([2, 1], 1, 5),
        };
        Assert.Equal(0, ValueOf(inputs));
    }
}

namespace Lossary.Losses.Tests;

public sealed class RelationalDistanceLossTests() : ArrayLaws<RelationalDistanceLoss>
{
    [Fact]
    public void Three_points_on_a_line_by_hand()
    {
        // Distances 1, 2, 3 over 2 against 1, 1, 2 over 4/3.
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([3, 1], 0, 1, 3),
            ["teacher"] = TestInputs.Constant([3, 2], 0, 0, 0, 1, 0, 2),
        };
        double[] gaps = [0.5 - 0.75, 1 - 0.75, 1.5 - 1.5];
        Assert.Equal(gaps.Average(gap => 0.5 * gap * gap), ValueOf(inputs), 14);
    }

    [Fact]
    public void One_sample_and_samples_at_one_place_cost_0()
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([2, 1], 4, 4),
            ["teacher"] = TestInputs.Constant([2, 1], 7, 7),
        };
        Assert.Equal(0, ValueOf(inputs));
        Assert.Equal([0, 0], inputs["student"].Gradient.ToArray());
        inputs["student"] = TestInputs.Variable([1, 1], 4);
        inputs["teacher"] = TestInputs.Constant([1, 1], 4);
        Assert.Equal(0, ValueOf(inputs));
    }

    [Fact]
    public void A_turned_moved_and_stretched_copy_costs_0()
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([3, 2], 0, 0, 3, 0, 0, 4),
            ["teacher"] = TestInputs.Constant([3, 2], 5, 5, 5, 11, -3, 5),
        };
        Assert.Equal(0, ValueOf(inputs), 14);
    }
}

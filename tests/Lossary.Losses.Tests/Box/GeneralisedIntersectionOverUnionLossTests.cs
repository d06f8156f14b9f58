namespace Lossary.Losses.Tests;

public sealed class GeneralisedIntersectionOverUnionLossTests() : ArrayLaws<GeneralisedIntersectionOverUnionLoss>
{
    [Fact]
    public void Two_squares_that_leave_2_of_9_unfilled()
    {
        LossInputs<double> inputs = Given(
            ("prediction", [0.0, 0.0, 2.0, 2.0]), ("target", [1.0, 1.0, 3.0, 3.0]));
        Assert.Equal((6.0 / 7) + (2.0 / 9), ValueOf(inputs), 13);
    }

    [Fact]
    public void A_box_that_is_its_target_costs_nothing()
    {
        LossInputs<double> inputs = Given(
            ("prediction", [0.0, 0.0, 2.0, 2.0]), ("target", [0.0, 0.0, 2.0, 2.0]));
        Assert.Equal(0, ValueOf(inputs), 13);
    }

    [Fact]
    public void Boxes_apart_pull()
    {
        LossInputs<double> inputs = Given(("prediction", [0.0, 0.0, 1.0, 1.0]), ("target", [5.0, 0.0, 6.0, 1.0]));
        Subject.Evaluate(inputs);
        Assert.Contains(inputs["prediction"].Gradient.ToArray(), slope => slope != 0);
    }

    [Fact]
    public void Boxes_without_area_have_a_finite_cost_and_gradient()
    {
        LossInputs<double> inputs = Given(
            ("prediction", [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 3.0, 0.0, 0.0, 2.0, 0.0]),
            ("target", [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 3.0, 1.0, 0.0, 0.0, 2.0, 2.0]));
        Assert.True(double.IsFinite(ValueOf(inputs)));
        Assert.All(inputs["prediction"].Gradient.ToArray(), slope => Assert.True(double.IsFinite(slope)));
    }
}

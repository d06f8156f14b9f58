namespace Lossary.Losses.Tests;

public sealed class LogIntersectionOverUnionLossTests() : ArrayLaws<LogIntersectionOverUnionLoss>
{
    [Fact]
    public void Two_squares_of_4_that_share_1_of_7_cost_the_logarithm_of_7()
    {
        LossInputs<double> inputs = Given(
            ("prediction", [0.0, 0.0, 2.0, 2.0]), ("target", [1.0, 1.0, 3.0, 3.0]));
        Assert.Equal(Math.Log(7), ValueOf(inputs), 13);
    }

    [Fact]
    public void A_box_that_is_its_target_costs_nothing()
    {
        LossInputs<double> inputs = Given(
            ("prediction", [0.0, 0.0, 2.0, 2.0]), ("target", [0.0, 0.0, 2.0, 2.0]));
        Assert.Equal(0, ValueOf(inputs), 13);
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

namespace Lossary.Losses.Tests;

public sealed class IntersectionOverUnionLossTests() : ArrayLaws<IntersectionOverUnionLoss>
{
    [Fact]
    public void Two_squares_of_4_that_share_1_of_7_lack_6_sevenths()
    {
        LossInputs<double> inputs = Given(
            ("prediction", [0.0, 0.0, 2.0, 2.0]), ("target", [1.0, 1.0, 3.0, 3.0]));
        Assert.Equal(6.0 / 7, ValueOf(inputs), 13);
    }

    [Fact]
    public void A_box_that_is_its_target_costs_nothing()
    {
        LossInputs<double> inputs = Given(
            ("prediction", [0.0, 0.0, 2.0, 2.0]), ("target", [0.0, 0.0, 2.0, 2.0]));
        Assert.Equal(0, ValueOf(inputs), 13);
    }

    [Fact]
    public void Boxes_apart_do_not_pull()
    {
        LossInputs<double> inputs = Given(("prediction", [0.0, 0.0, 1.0, 1.0]), ("target", [5.0, 0.0, 6.0, 1.0]));
        Subject.Evaluate(inputs);
        Assert.All(inputs["prediction"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
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

    [Fact]
    public void A_box_whose_right_is_left_of_its_left_is_refused()
    {
        LossInputs<double> inputs = Given(("prediction", [2.0, 0.0, 1.0, 1.0]), ("target", [0.0, 0.0, 1.0, 1.0]));
        Assert.Equal("prediction", Assert.Throws<ArgumentException>(() => Subject.Evaluate(inputs)).ParamName);
    }
}

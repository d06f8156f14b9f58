namespace Lossary.Losses.Tests;

public sealed class WiseIntersectionOverUnionLossTests() : ArrayLaws<WiseIntersectionOverUnionLoss>
{
    protected override bool IsGradientOfValue => false;

    [Fact]
    public void Centres_off_multiply_what_the_overlap_lacks()
    {
        LossInputs<double> inputs = Given(
            ("prediction", [0.0, 0.0, 2.0, 2.0]), ("target", [1.0, 1.0, 3.0, 3.0]));
        Assert.Equal(Math.Exp(1.0 / 9) * 6 / 7, ValueOf(inputs), 13);
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

    [Fact]
    public void The_box_around_both_is_not_learned()
    {
        LossInputs<double> inputs = Given(("prediction", [0.0, 0.0, 2.0, 2.0]), ("target", [1.0, 1.0, 3.0, 3.0]));
        Subject.Evaluate(inputs);

        // By the right edge: the overlap of 1/7 grows by 6/49, the squared distance of the centres falls by 1.
        double expected = Math.Exp(1.0 / 9) * (-(6.0 / 49) - (6.0 / 7 / 18));
        Assert.Equal(expected, inputs["prediction"].Gradient[2], 13);
    }
}

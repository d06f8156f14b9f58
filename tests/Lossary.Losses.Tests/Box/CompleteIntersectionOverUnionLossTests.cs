namespace Lossary.Losses.Tests;

public sealed class CompleteIntersectionOverUnionLossTests() : ArrayLaws<CompleteIntersectionOverUnionLoss>
{
    protected override bool IsGradientOfValue => false;

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
    public void Squares_have_the_same_proportions()
    {
        LossInputs<double> inputs = Given(
            ("prediction", [0.0, 0.0, 2.0, 2.0]), ("target", [1.0, 1.0, 3.0, 3.0]));
        Assert.Equal((6.0 / 7) + (1.0 / 9), ValueOf(inputs), 13);
    }

    [Fact]
    public void Proportions_count_by_their_angles_and_their_weight_is_not_learned()
    {
        LossInputs<double> inputs = Given(("prediction", [0.0, 0.0, 3.0, 2.0]), ("target", [0.0, 0.0, 4.0, 4.0]));
        double angle = Math.Atan(1.5) - (Math.PI / 4), scale = 4 / (Math.PI * Math.PI), v = scale * angle * angle;
        double alpha = v / (0.625 + v);
        Assert.Equal(0.625 + (1.25 / 32) + (alpha * v), ValueOf(inputs), 13);

        // By the right edge: the overlap grows by 2/16, the centre comes nearer, the angle grows by h / (w² + h²).
        double expected = -0.125 - (0.5 / 32) + (alpha * 2 * scale * angle * 2 / 13);
        Assert.Equal(expected, inputs["prediction"].Gradient[2], 13);
    }
}

namespace Lossary.Losses.Tests;

public sealed class ShapeIntersectionOverUnionLossTests() : ArrayLaws<ShapeIntersectionOverUnionLoss>
{
    [Fact]
    public void Equal_squares_off_along_the_diagonal_cost_their_distance_alone()
    {
        LossInputs<double> inputs = Given(
            ("prediction", [0.0, 0.0, 2.0, 2.0]), ("target", [1.0, 1.0, 3.0, 3.0]));
        Assert.Equal((6.0 / 7) + 1 - Math.Exp(-1.0 / 9), ValueOf(inputs), 13);
    }

    [Fact]
    public void Half_the_height_is_a_mismatch_of_a_half()
    {
        LossInputs<double> inputs = Given(
            ("prediction", [0.0, 0.0, 4.0, 2.0]), ("target", [0.0, 0.0, 4.0, 4.0]));
        Assert.Equal(1 - (0.5 * Math.Exp(-2.0 / 16)) + (0.5 * Math.Pow(1 - Math.Exp(-0.5), 4)), ValueOf(inputs), 13);
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

namespace Lossary.Losses.Tests;

public sealed class MinimumPointDistanceLossTests() : ArrayLaws<MinimumPointDistanceLoss>
{
    [Fact]
    public void Corners_off_by_the_root_of_2_in_an_image_of_10_by_20()
    {
        LossInputs<double> inputs = Given(
            ("prediction", [0.0, 0.0, 2.0, 2.0]), ("target", [1.0, 1.0, 3.0, 3.0]),
            ("width", [10.0]), ("height", [20.0]));
        Assert.Equal((6.0 / 7) + (4.0 / 500), ValueOf(inputs), 13);
    }

    [Fact]
    public void Boxes_without_area_have_a_finite_cost_and_gradient()
    {
        LossInputs<double> inputs = Given(
            ("prediction", [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 3.0, 0.0, 0.0, 2.0, 0.0]),
            ("target", [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 3.0, 1.0, 0.0, 0.0, 2.0, 2.0]),
            ("width", [10.0, 10.0, 10.0]),
            ("height", [20.0, 20.0, 20.0]));
        Assert.True(double.IsFinite(ValueOf(inputs)));
        Assert.All(inputs["prediction"].Gradient.ToArray(), slope => Assert.True(double.IsFinite(slope)));
    }
}

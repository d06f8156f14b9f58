using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class GaussianLossTests() : ArrayLaws<GaussianLoss>
{
    [Fact]
    public void A_residual_of_3_at_a_variance_of_4_costs_half_of_log_4_plus_9_quarters()
    {
        LossInputs<double> inputs = new()
        {
            ["mean"] = Tensor<double>.Variable(new Shape(1), [1.0]),
            ["log-variance"] = Tensor<double>.Variable(new Shape(1), [Math.Log(4)]),
            ["target"] = new(new Shape(1), new double[] { 4 }),
        };
        Assert.Equal(0.5 * (Math.Log(4) + 2.25), new GaussianLoss().Evaluate(inputs).Mean, 14);
        Assert.Equal(-0.75, inputs["mean"].Gradient[0], 14);
        Assert.Equal(0.5 * (1 - 2.25), inputs["log-variance"].Gradient[0], 14);
    }

    [Fact]
    public void Second_derivatives_are_the_precision_and_half_the_squared_residual_in_its_unit()
    {
        LossInputs<double> inputs = Given(("mean", [1.0]), ("log-variance", [Math.Log(4)]), ("target", [4.0]));
        double[] curvature = new double[1];
        new GaussianLoss(0).Curvature(inputs, "mean", curvature.AsSpan());
        Assert.Equal(0.25, curvature[0], 14);
        Assert.True(Subject.TryCurvature(inputs, "log-variance", curvature.AsSpan()));
        Assert.Equal(0.5 * 2.25, curvature[0], 14);
    }

    [Fact]
    public void Second_derivatives_by_a_target_or_into_too_little_room_are_refused()
    {
        LossInputs<double> inputs = Example(1);
        double[] little = new double[Rows - 1], room = new double[Rows];
        Assert.Equal(
            "name", Assert.Throws<ArgumentException>(() => Subject.TryCurvature(inputs, "target", room.AsSpan())).ParamName);
        Assert.Equal(
            "curvature", Assert.Throws<ArgumentException>(() => Subject.TryCurvature(inputs, "mean", little.AsSpan())).ParamName);
    }

    [Fact]
    public void The_constant_makes_it_the_whole_likelihood()
    {
        LossInputs<double> inputs = Given(("mean", [1.0]), ("log-variance", [Math.Log(4)]), ("target", [4.0]));
        double expected = -Math.Log(Math.Exp(-0.5 * 2.25) / Math.Sqrt(2 * Math.PI * 4));
        Assert.Equal(expected, new GaussianLoss(1).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void A_fixed_variance_of_1_leaves_half_the_squared_error()
    {
        LossInputs<double> inputs = Given(("mean", [1.0, 0.5]), ("log-variance", [0.0, 0.0]), ("target", [4.0, 0.25]));
        Assert.Equal(0.5 * (9 + 0.0625) / 2, ValueOf(inputs), 14);
    }
}

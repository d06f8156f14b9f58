using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class GaussianVarianceLossTests() : ArrayLaws<GaussianVarianceLoss>
{
    [Fact]
    public void A_residual_of_3_at_a_variance_of_4_costs_half_of_log_4_plus_9_quarters() =>
        Assert.Equal(0.5 * (Math.Log(4) + 2.25), CostOf(("mean", 1), ("variance", 4), ("target", 4)), 13);

    [Fact]
    public void A_variance_below_the_least_counts_as_the_least_and_still_has_a_gradient()
    {
        LossInputs<double> inputs = Given(("mean", [0.0]), ("variance", [0.0]), ("target", [0.0]));
        Assert.Equal(0.5 * Math.Log(1e-6), ValueOf(inputs), 13);
        Assert.Equal(0.5e6, inputs["variance"].Gradient[0], 5);
    }

    [Fact]
    public void Inputs_of_other_shapes_are_refused_and_terms_are_averaged_not_summed_over_features()
    {
        LossInputs<double> inputs = new()
        {
            ["mean"] = new(new Shape(2, 3), new double[6]),
            ["variance"] = new(new Shape(2, 3), new double[6]),
            ["target"] = new(new Shape(2, 3), new double[6]),
        };
        Assert.Equal(0.5 * Math.Log(1e-6), ValueOf(inputs), 13);
        inputs["target"] = new(new Shape(2), new double[2]);
        Assert.Equal("target", Assert.Throws<ArgumentException>(() => Subject.Evaluate(inputs)).ParamName);
    }

    [Fact]
    public void A_negative_variance_is_refused()
    {
        LossInputs<double> inputs = Given(("mean", [0.0]), ("variance", [-0.5]), ("target", [0.0]));
        Assert.Equal("variance", Assert.Throws<ArgumentException>(() => Subject.Evaluate(inputs)).ParamName);
    }
}

using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SoftDtwLossTests() : ArrayLaws<SoftDtwLoss>(0.5)
{
    private static LossInputs<double> Series(double[] prediction, double[] target) => new()
    {
        ["prediction"] = Tensor<double>.Variable(new Shape(1, prediction.Length, 1), prediction),
        ["target"] = Tensor<double>.Variable(new Shape(1, target.Length, 1), target),
    };

    [Fact]
    public void Two_steps_against_two_have_three_ways()
    {
        // Costs 0, 4; 1, 1: the diagonal costs 1, down first 0 + 1 + 1, across first 0 + 4 + 1.
        double expected = -Math.Log(Math.Exp(-1) + Math.Exp(-2) + Math.Exp(-5));
        LossInputs<double> inputs = Series([0, 1], [0, 2]);
        Assert.Equal(expected, new SoftDtwLoss(1).Evaluate(inputs).Mean, 14);
        double throughCorner = Math.Exp(-5) / (Math.Exp(-1) + Math.Exp(-2) + Math.Exp(-5));
        Assert.Equal(-4 * throughCorner, inputs["prediction"].Gradient[0], 14);
    }

    [Fact]
    public void With_a_small_gamma_it_is_dynamic_time_warping()
    {
        // A peak that comes one step later costs nothing.
        LossInputs<double> inputs = Series([0, 0, 3, 0], [0, 3, 0, 0]);
        Assert.Equal(0, new SoftDtwLoss(1e-3).Evaluate(inputs).Mean, 2);
    }

    [Fact]
    public void What_stands_behind_a_length_is_never_read()
    {
        LossInputs<double> inputs = Series([0, 1, double.NaN], [0, 2]);
        inputs["prediction-lengths"] = new Tensor<double>(new Shape(1), new double[] { 2 });
        double expected = -Math.Log(Math.Exp(-1) + Math.Exp(-2) + Math.Exp(-5));
        Assert.Equal(expected, new SoftDtwLoss(1).Evaluate(inputs).Mean, 14);
        Assert.Equal(0, inputs["prediction"].Gradient[2]);
        inputs["prediction-lengths"] = new Tensor<double>(new Shape(1), new double[1]);
        Assert.Equal("prediction-lengths", Assert.Throws<ArgumentException>(() => new SoftDtwLoss(1).Evaluate(inputs)).ParamName);
    }
}

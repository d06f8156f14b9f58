using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class GradientPenaltyLossTests() : ArrayLaws<GradientPenaltyLoss>
{
    [Fact]
    public void Each_sample_has_a_norm_of_its_own()
    {
        LossInputs<double> inputs = Pairs([3.0, 4.0, 0.6, 0.8]);
        Assert.Equal(0.5 * (16 + 0), ValueOf(inputs), 13);
        Assert.Equal(0.5 * 2 * 4 * 0.6, inputs["gradient"].Gradient[0], 13);
    }

    [Fact]
    public void A_gradient_of_0_costs_1_and_pulls_nowhere()
    {
        LossInputs<double> inputs = Pairs([0.0, 0.0, 0.0, 0.0]);
        Assert.Equal(1, ValueOf(inputs));
        Assert.Equal([0, 0, 0, 0], inputs["gradient"].Gradient.ToArray());
    }

    [Fact]
    public void Through_a_network_its_gradient_by_the_weights_is_the_slope_of_the_penalty()
    {
        double[] weights = [0.4, -0.7, 0.9, 0.3], numbers = [0.3, -1.2, 0.8, 0.5];
        double[] gradient = new double[4];
        PenaltyOf(weights, numbers, gradient);
        for (int i = 0; i < weights.Length; i++)
        {
            double[] above = [.. weights], below = [.. weights];
            above[i] += 1e-5;
            below[i] -= 1e-5;
            double slope = (PenaltyOf(above, numbers, new double[4]) - PenaltyOf(below, numbers, new double[4])) / 2e-5;
            Assert.Equal(slope, gradient[i], 8);
        }
    }

    private static LossInputs<double> Pairs(double[] gradient) => new()
    {
        ["gradient"] = new Tensor<double>(new Shape(gradient.Length / 2, 2), gradient, new double[gradient.Length]),
    };

    /// <summary>The penalty of the critic Σ tanh(x W), differentiated by W through its own gradient by x.</summary>
    private double PenaltyOf(double[] weights, double[] numbers, double[] gradient)
    {
        Tape<double> tape = new();
        Tensor<double> w = new(new Shape(2, 2), weights, gradient);
        Tensor<double> x = tape.Variable(new Shape(2, 2), numbers);
        Tensor<double> score = tape.Sum(tape.Tanh(tape.MatMul(x, w)));
        LossInputs<double> inputs = new() { ["gradient"] = tape.Gradient(score, x) };
        Tensor<double> penalty = tape.Loss(Subject, inputs, out Totals totals);
        tape.Backward(penalty);
        return totals.Mean;
    }
}

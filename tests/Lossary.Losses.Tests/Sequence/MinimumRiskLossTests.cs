using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class MinimumRiskLossTests() : ArrayLaws<MinimumRiskLoss>(0.5)
{
    private static readonly double[] s_costs = [0.2, 0.7];

    [Fact]
    public void Candidates_are_weighed_by_their_sharpened_probabilities()
    {
        LossInputs<double> inputs = new()
        {
            ["log-probabilities"] = Tensor<double>.Variable(new Shape(1, 2), [0.0, -2]),
            ["cost"] = new(new Shape(1, 2), s_costs),
        };
        double first = 1 / (1 + Math.Exp(-1));
        Assert.Equal((0.2 * first) + (0.7 * (1 - first)), new MinimumRiskLoss(0.5).Evaluate(inputs).Mean, 14);
        Assert.Equal(0.5 * first * (1 - first) * (0.2 - 0.7), inputs["log-probabilities"].Gradient[0], 14);
    }
}

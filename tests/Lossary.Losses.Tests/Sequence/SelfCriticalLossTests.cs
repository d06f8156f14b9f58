using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SelfCriticalLossTests() : ArrayLaws<SelfCriticalLoss>
{
    private static readonly double[] s_reward = [0.8], s_baseline = [0.5];

    [Fact]
    public void A_sequence_better_than_its_baseline_is_made_likelier()
    {
        LossInputs<double> inputs = new()
        {
            ["log-probabilities"] = Tensor<double>.Variable(new Shape(1, 3), [-1.0, -2, double.NegativeInfinity]),
            ["reward"] = new(new Shape(1), s_reward),
            ["baseline"] = new(new Shape(1), s_baseline),
            ["lengths"] = new(new Shape(1), new double[] { 2 }),
        };
        Assert.Equal(0.3 * 3, new SelfCriticalLoss().Evaluate(inputs).Mean, 14);
        Assert.Equal(-0.3, inputs["log-probabilities"].Gradient[0], 14);
        Assert.Equal(0, inputs["log-probabilities"].Gradient[2]);
    }
}

using Lossary.Tensors;

namespace Lossary.Training.Tests;

public sealed class PenaltyTests
{
    [Fact]
    public void Weights_pay_and_biases_do_not()
    {
        Network<double> network = new(2, [new Dense<double>(2, 1) { InitialBias = [5] }], seed: 1);
        Tensor<double> weights = network.Parameters[0].Tensor, bias = network.Parameters[1].Tensor;
        weights.Values[0] = -2;
        weights.Values[1] = 0;
        new Penalty(L1: 0.5, L2: 0.25).AddGradient(network);
        // L1 · sign(w) + L2 · w: −0.5 − 0.5 for w = −2, and 0 at 0.
        Assert.Equal([-1, 0], weights.Gradient.ToArray());
        Assert.Equal([0], bias.Gradient.ToArray());
    }
}

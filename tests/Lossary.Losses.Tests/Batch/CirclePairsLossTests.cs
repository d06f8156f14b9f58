using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class CirclePairsLossTests() : ArrayLaws<CirclePairsLoss>(6, 0.25)
{
    protected override bool IsGradientOfValue => false;

    [Fact]
    public void The_gradient_is_that_of_the_loss_with_its_weights_held()
    {
        double[] positive = [0.9, 0.3], negative = [0.1, 0.6, -0.5];
        LossInputs<double> inputs = new()
        {
            ["positive"] = Tensor<double>.Variable(new Shape(2), positive),
            ["negative"] = Tensor<double>.Variable(new Shape(3), negative),
        };
        Assert.Equal(Value(positive, negative), new CirclePairsLoss(8, 0.25).Evaluate(inputs).Mean, 12);
        double quotient = (Value([0.9, 0.3 + 1e-6], negative) - Value([0.9, 0.3 - 1e-6], negative)) / 2e-6;
        Assert.Equal(quotient, inputs["positive"].Gradient[1], 7);
        Assert.Equal(0, inputs["negative"].Gradient[2]);

        double Value(double[] p, double[] n) => Math.Log(1 + (
            n.Select((s, i) => Math.Exp(8 * Math.Max(0, negative[i] + 0.25) * (s - 0.25))).Sum()
            * p.Select((s, i) => Math.Exp(-8 * Math.Max(0, 1.25 - positive[i]) * (s - 0.75))).Sum()));
    }
}

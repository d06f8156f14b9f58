using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SelfAdversarialLossTests() : ArrayLaws<SelfAdversarialLoss>
{
    // The weights of made-up triples are constants.
    protected override bool IsGradientOfValue => false;

    [Fact]
    public void Made_up_triples_weigh_by_how_near_they_are()
    {
        LossInputs<double> inputs = new()
        {
            ["positive"] = Tensor<double>.Variable(new Shape(1), [2]),
            ["negative"] = Tensor<double>.Variable(new Shape(1, 2), [1, 1 + Math.Log(3)]),
        };
        double second = Math.Log(1 + Math.Exp(3 - 1 - Math.Log(3)));
        double expected = Math.Log(1 + Math.Exp(2 - 3)) + (0.75 * Math.Log(1 + Math.Exp(3 - 1))) + (0.25 * second);
        Assert.Equal(expected, new SelfAdversarialLoss(3, 1).Evaluate(inputs).Mean, 14);
        Assert.Equal(-0.75 / (1 + Math.Exp(-2)), inputs["negative"].Gradient[0], 14);
    }
}

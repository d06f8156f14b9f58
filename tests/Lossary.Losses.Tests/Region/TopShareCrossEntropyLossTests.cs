using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class TopShareCrossEntropyLossTests() : ArrayLaws<TopShareCrossEntropyLoss>(0.4)
{
    [Fact]
    public void Only_the_worst_half_of_the_pixels_counts()
    {
        LossInputs<double> inputs = new()
        {
            ["logit"] = Tensor<double>.Variable(new Shape(1, 2, 4), [0.0, 3, -2, 1, 0, 0, 0, 0]),
            ["label"] = new(new Shape(1, 4), new double[4]),
        };
        double expected = (Math.Log(1 + Math.Exp(2)) + Math.Log(2)) / 2;
        Assert.Equal(expected, new TopShareCrossEntropyLoss(0.5).Evaluate(inputs).Mean, 14);
        Assert.Equal(0, inputs["logit"].Gradient[1]);
    }
}

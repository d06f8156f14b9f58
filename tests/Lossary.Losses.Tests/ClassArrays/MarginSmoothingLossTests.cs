using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class MarginSmoothingLossTests() : ArrayLaws<MarginSmoothingLoss>
{
    [Fact]
    public void Only_scores_beyond_the_margin_pay()
    {
        LossInputs<double> inputs = new()
        {
            ["score"] = Numbers(new Shape(1, 3), 3, 1, -2),
            ["target"] = Numbers(new Shape(1), 1),
        };
        double entropy = Math.Log(Math.Exp(3) + Math.Exp(1) + Math.Exp(-2)) - 1;
        Assert.Equal(entropy + (0.5 * (5 - 4)), new MarginSmoothingLoss(0.5, 4).Evaluate(inputs).Mean, 14);
    }
}

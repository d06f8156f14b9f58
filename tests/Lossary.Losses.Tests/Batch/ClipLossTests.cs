using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class ClipLossTests() : ArrayLaws<ClipLoss>(0.4)
{
    [Fact]
    public void It_is_the_mean_of_InfoNCE_both_ways()
    {
        LossInputs<double> inputs = new()
        {
            ["image"] = Embeddings.Waves(5, 3, 1),
            ["text"] = Embeddings.Waves(5, 3, 2),
        };
        LossInputs<double> there = new() { ["query"] = inputs["image"], ["key"] = inputs["text"] };
        LossInputs<double> back = new() { ["query"] = inputs["text"], ["key"] = inputs["image"] };
        double expected = 0.5 * (new InfoNceLoss(0.1).Evaluate(there).Mean + new InfoNceLoss(0.1).Evaluate(back).Mean);
        Assert.Equal(expected, new ClipLoss(0.1).Evaluate(inputs).Mean, 13);
    }

    [Fact]
    public void A_learned_scale_divides_the_temperature()
    {
        LossInputs<double> inputs = new()
        {
            ["image"] = Embeddings.Waves(5, 3, 1),
            ["text"] = Embeddings.Waves(5, 3, 2),
        };
        double expected = new ClipLoss(0.1).Evaluate(inputs).Mean;
        inputs["log-scale"] = Tensor<double>.Variable(new Shape(1), [Math.Log(10)]);
        Assert.Equal(expected, new ClipLoss(1).Evaluate(inputs).Mean, 13);
        Assert.NotEqual(0, inputs["log-scale"].Gradient[0]);
    }
}

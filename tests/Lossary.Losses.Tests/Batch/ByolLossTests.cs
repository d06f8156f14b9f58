using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class ByolLossTests() : ArrayLaws<ByolLoss>
{
    [Fact]
    public void A_cosine_of_06_costs_08()
    {
        LossInputs<double> inputs = new() { ["prediction"] = Embeddings.Rows(2, 2, 0), ["target"] = new(new Shape(1, 2), new double[] { 3, 4 }) };
        Assert.Equal(0.8, new ByolLoss().Evaluate(inputs).Mean, 14);
        Assert.Equal(-0.8, inputs["prediction"].Gradient[1], 14);
    }

    [Fact]
    public void The_target_is_held_still()
    {
        LossInputs<double> inputs = new() { ["prediction"] = Embeddings.Rows(2, 2, 0), ["target"] = Embeddings.Rows(2, 3, 4) };
        Assert.Equal("target", Assert.Throws<ArgumentException>(() => new ByolLoss().Evaluate(inputs)).ParamName);
    }
}

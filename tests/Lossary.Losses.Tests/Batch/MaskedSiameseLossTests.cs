using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class MaskedSiameseLossTests() : ArrayLaws<MaskedSiameseLoss>(0.5, 0.4, 0.7)
{
    [Fact]
    public void An_even_use_of_two_prototypes_takes_off_ln_2()
    {
        LossInputs<double> inputs = new()
        {
            ["anchor"] = Embeddings.Rows(2, 1, 0, 0, 1),
            ["target"] = new(new Shape(2, 2), new double[] { 1, 0, 0, 1 }),
        };
        double apart = Math.Log(1 + Math.Exp(-2)) + (2 / (1 + Math.Exp(8)));
        Assert.Equal(apart - Math.Log(2), new MaskedSiameseLoss(0.5, 0.25, 1).Evaluate(inputs).Mean, 13);
    }

    [Fact]
    public void Probabilities_that_underflow_stay_finite()
    {
        LossInputs<double> inputs = new()
        {
            ["anchor"] = Embeddings.Rows(2, 900, -900, 900, -900),
            ["target"] = new(new Shape(2, 2), new double[] { -900, 900, -900, 900 }),
        };
        Assert.Equal(18000, new MaskedSiameseLoss(0.1, 0.25, 1).Evaluate(inputs).Mean, 9);
    }
}

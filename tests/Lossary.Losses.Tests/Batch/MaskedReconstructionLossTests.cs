using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class MaskedReconstructionLossTests() : ArrayLaws<MaskedReconstructionLoss>(1, 0.01)
{
    [Fact]
    public void Only_hidden_patches_count_and_their_targets_are_normalised()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Embeddings.Rows(2, 9, 9, 1, 0),
            ["target"] = new(new Shape(2, 2), new double[] { 1, 2, 7, 5 }),
            ["hidden"] = Embeddings.Vector(0, 1),
        };
        Assert.Equal((36 + 25) / 2.0, new MaskedReconstructionLoss(0, 1e-6).Evaluate(inputs).Mean, 13);
        double z = 1 / Math.Sqrt(2 + 1e-6);
        Assert.Equal((((1 - z) * (1 - z)) + (z * z)) / 2, new MaskedReconstructionLoss(1, 1e-6).Evaluate(inputs).Mean, 13);
        Assert.Equal(0, inputs["prediction"].Gradient[0]);
    }

    [Fact]
    public void Where_nothing_is_hidden_it_is_0()
    {
        LossInputs<double> inputs = Example(1);
        inputs["hidden"].Values.Clear();
        Assert.Equal(new Totals(0, 0), new MaskedReconstructionLoss(1, 1e-6).Evaluate(inputs));
    }
}

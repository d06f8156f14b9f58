namespace Lossary.Losses.Tests;

public sealed class NormalisedSoftmaxLossTests() : ArrayLaws<NormalisedSoftmaxLoss>
{
    [Fact]
    public void CosFace_ArcFace_and_SphereFace_without_a_margin_are_the_same()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Waves(6, 3, 1),
            ["class-vectors"] = Embeddings.Waves(4, 3, 2),
            ["target"] = Embeddings.Vector(0, 3, 2, 1, 1, 0),
        };
        double expected = new NormalisedSoftmaxLoss(0.05).Evaluate(inputs).Mean;
        double[] gradient = inputs["embeddings"].Gradient.ToArray();
        Assert.Equal(expected, new CosFaceLoss(20, 0).Evaluate(inputs).Mean, 12);
        Embeddings.CheckClose(gradient, inputs["embeddings"].Gradient.ToArray(), 1e-11, "CosFace");
        Assert.Equal(expected, new ArcFaceLoss(20, 0, 0).Evaluate(inputs).Mean, 12);
        Embeddings.CheckClose(gradient, inputs["embeddings"].Gradient.ToArray(), 1e-11, "ArcFace");
        Assert.Equal(expected, new SphereFaceLoss(20, 1).Evaluate(inputs).Mean, 12);
        Embeddings.CheckClose(gradient, inputs["embeddings"].Gradient.ToArray(), 1e-9, "SphereFace");
    }
}

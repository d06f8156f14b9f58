using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SoftTripleLossTests() : ArrayLaws<SoftTripleLoss>(10, 0.2, 0.05)
{
    [Fact]
    public void With_one_center_each_it_is_CosFace()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Waves(5, 3, 1),
            ["class-vectors"] = Embeddings.Waves(4, 3, 2),
            ["target"] = Embeddings.Vector(0, 3, 2, 1, 1),
        };
        double expected = new CosFaceLoss(12, 0.1).Evaluate(inputs).Mean;
        LossInputs<double> soft = new()
        {
            ["embeddings"] = inputs["embeddings"],
            ["centers"] = Tensor<double>.Variable(new Shape(4, 1, 3), inputs["class-vectors"].Values),
            ["target"] = inputs["target"],
        };
        Assert.Equal(expected, new SoftTripleLoss(12, 0.3, 0.1).Evaluate(soft).Mean, 12);
        Embeddings.CheckClose([.. inputs["class-vectors"].Gradient], [.. soft["centers"].Gradient], 1e-11, "centers");
    }
}

using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class LearnedMarginLossTests() : ArrayLaws<LearnedMarginLoss>
{
    [Fact]
    public void A_pair_alike_beyond_the_boundary_pushes_the_boundary_out()
    {
        LossInputs<double> inputs = new()
        {
            ["left"] = Embeddings.Rows(1, 3),
            ["right"] = Embeddings.Rows(1, 1),
            ["target"] = Embeddings.Vector(1),
            ["boundary"] = Tensor<double>.Variable(new Shape(1), [1.5]),
        };
        Assert.Equal(0.7, new LearnedMarginLoss(0.2).Evaluate(inputs).Mean, 14);
        Assert.Equal(-1, inputs["boundary"].Gradient[0]);
        Assert.Equal(1, inputs["left"].Gradient[0]);
    }
}

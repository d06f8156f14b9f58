using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SigmoidPairLossTests() : ArrayLaws<SigmoidPairLoss>(3, -1)
{
    [Fact]
    public void Each_of_all_pairs_is_a_logistic_loss_of_its_own()
    {
        LossInputs<double> inputs = new()
        {
            ["image"] = Embeddings.Waves(5, 3, 1),
            ["text"] = Embeddings.Waves(5, 3, 2),
        };
        double expected = 0;
        for (int i = 0; i < 5; i++)
        {
            for (int j = 0; j < 5; j++)
            {
                double logit = (7 * Embeddings.Cosine(inputs["image"], i, inputs["text"], j)) - 2;
                expected += Math.Log(1 + Math.Exp(i == j ? -logit : logit));
            }
        }

        Assert.Equal(expected / 5, new SigmoidPairLoss(7, -2).Evaluate(inputs).Mean, 12);
        inputs["shift"] = Tensor<double>.Variable(new Shape(1), [-3.0]);
        Assert.Equal(expected / 5, new SigmoidPairLoss(7, 1).Evaluate(inputs).Mean, 12);
    }
}

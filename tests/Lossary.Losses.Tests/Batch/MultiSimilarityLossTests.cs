using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class MultiSimilarityLossTests() : ArrayLaws<MultiSimilarityLoss>(2, 10, 0.4)
{
    [Fact]
    public void Values_are_those_of_the_formula_written_out()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Waves(5, 3, 1),
            ["labels"] = Embeddings.Vector(1, 1, 2, 2, 1),
        };
        Tensor<double> z = inputs["embeddings"];
        double[] labels = [.. inputs["labels"].Values];
        double[] values = new double[5];
        inputs.Values = values;

        new MultiSimilarityLoss(2, 10, 0.5).Evaluate(inputs);
        for (int i = 0; i < 5; i++)
        {
            double positive = 1, negative = 1;
            for (int j = 0; j < 5; j++)
            {
                double c = Embeddings.Cosine(z, i, z, j);
                positive += j != i && labels[j] == labels[i] ? Math.Exp(-2 * (c - 0.5)) : 0;
                negative += labels[j] != labels[i] ? Math.Exp(10 * (c - 0.5)) : 0;
            }

            Assert.Equal((Math.Log(positive) / 2) + (Math.Log(negative) / 10), values[i], 12);
        }
    }

    [Fact]
    public void Without_positives_only_negatives_push()
    {
        LossInputs<double> inputs = new() { ["embeddings"] = Embeddings.Rows(2, 1, 0, 0, 1), ["labels"] = Embeddings.Vector(1, 2) };
        Assert.Equal(Math.Log(1 + Math.Exp(-25)) / 50, new MultiSimilarityLoss(2, 50, 0.5).Evaluate(inputs).Mean, 15);
    }
}

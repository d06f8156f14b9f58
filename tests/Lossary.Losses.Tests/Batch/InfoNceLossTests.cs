using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class InfoNceLossTests() : ArrayLaws<InfoNceLoss>(0.3)
{
    [Fact]
    public void Orthogonal_pairs_at_temperature_1_cost_the_softmax_of_1_and_0()
    {
        LossInputs<double> inputs = new()
        {
            ["query"] = Embeddings.Rows(2, 2, 0, 0, 3),
            ["key"] = Embeddings.Rows(2, 5, 0, 0, 1),
        };
        Assert.Equal(Math.Log(1 + Math.Exp(-1)), new InfoNceLoss(1).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void A_queue_of_negatives_adds_their_exponentials_to_the_sum()
    {
        LossInputs<double> inputs = new()
        {
            ["query"] = Embeddings.Waves(5, 3, 1),
            ["key"] = Embeddings.Waves(5, 3, 2),
        };
        double[] values = new double[5];
        inputs["negatives"] = Embeddings.Waves(4, 3, 3);
        inputs.Values = values;
        new InfoNceLoss(0.5).Evaluate(inputs);
        for (int i = 0; i < 5; i++)
        {
            double sum = Enumerable.Range(0, 5).Sum(j => Math.Exp(2 * Embeddings.Cosine(inputs["query"], i, inputs["key"], j)))
                + Enumerable.Range(0, 4).Sum(j => Math.Exp(2 * Embeddings.Cosine(inputs["query"], i, inputs["negatives"], j)));
            double expected = Math.Log(sum) - (2 * Embeddings.Cosine(inputs["query"], i, inputs["key"], i));
            Assert.Equal(expected, values[i], 12);
        }
    }

    [Fact]
    public void A_query_of_zeros_costs_the_logarithm_of_the_batch_and_pulls_nowhere()
    {
        LossInputs<double> inputs = new()
        {
            ["query"] = Embeddings.Waves(5, 3, 1),
            ["key"] = Embeddings.Waves(5, 3, 2),
        };
        inputs["query"].Values.Clear();
        Assert.Equal(Math.Log(5), new InfoNceLoss(0.07).Evaluate(inputs).Mean, 14);
        Assert.All(inputs["query"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
    }

    [Fact]
    public void A_small_temperature_keeps_the_digits_of_a_loss_that_is_nearly_0()
    {
        LossInputs<float> inputs = new()
        {
            ["query"] = Tensor<float>.Variable(new Shape(2, 2), [1, 0, 0, 1]),
            ["key"] = Tensor<float>.Variable(new Shape(2, 2), [1, 0, 0, 1]),
        };
        Close.Check(Math.Exp(-25), new InfoNceLoss(0.04).Evaluate(inputs).Mean, 1e-5, 0, "e to the -25");
        Close.Check(Math.Exp(-25) * 25 / 2, inputs["query"].Gradient[1], 1e-5, 0, "gradient");
    }
}

namespace Lossary.Losses.Tests;

public sealed class NormalisedTemperatureLossTests() : ArrayLaws<NormalisedTemperatureLoss>(0.4)
{
    [Fact]
    public void It_is_InfoNCE_over_the_doubled_batch_without_the_query_itself()
    {
        LossInputs<double> inputs = new() { ["embeddings"] = Embeddings.Waves(6, 4, 1) };
        double[] values = new double[6];
        inputs.Values = values;
        new NormalisedTemperatureLoss(0.2).Evaluate(inputs);
        for (int i = 0; i < 6; i++)
        {
            double[] row = [.. inputs["embeddings"].Values.Slice(4 * i, 4)];
            double[] partner = [.. inputs["embeddings"].Values.Slice(4 * ((i + 3) % 6), 4)];
            double[] others = [.. Enumerable.Range(0, 6).Where(j => j != i && j != (i + 3) % 6)
                .SelectMany(j => inputs["embeddings"].Values.Slice(4 * j, 4).ToArray())];
            LossInputs<double> single = new()
            {
                ["query"] = Embeddings.Rows(4, row),
                ["key"] = Embeddings.Rows(4, partner),
                ["negatives"] = Embeddings.Rows(4, others),
            };
            Assert.Equal(new InfoNceLoss(0.2).Evaluate(single).Mean, values[i], 12);
        }
    }

    [Fact]
    public void An_odd_number_of_views_is_refused()
    {
        LossInputs<double> inputs = new() { ["embeddings"] = Embeddings.Waves(5, 4, 1) };
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new NormalisedTemperatureLoss(0.2).Evaluate(inputs));
        Assert.Contains("5 rows", refusal.Message, StringComparison.Ordinal);
    }
}

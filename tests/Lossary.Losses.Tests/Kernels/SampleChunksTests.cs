using Lossary.Tests.Shared;

namespace Lossary.Losses.Tests;

public sealed class SampleChunksTests
{
    [Theory]
    [InlineData(SampleChunks.Length - 1)]
    [InlineData(SampleChunks.Length + 1)]
    [InlineData((5 * SampleChunks.Length) + 77)]
    public void Threads_do_not_change_a_bit(int length)
    {
        SampleBatch<float> batch = SampleBatch<float>.Draw(length, HuberLoss.Card, seed: 1);
        ((Totals Totals, float[] Gradient, float[] Values) alone, (Totals Totals, float[] Gradient, float[] Values) shared) =
            Threads.Both(() => (Run(batch, out float[] gradient, out float[] values), gradient, values));
        Assert.Equal(alone.Totals, shared.Totals);
        Assert.Equal(alone.Gradient, shared.Gradient);
        Assert.Equal(alone.Values, shared.Values);
    }

    [Fact]
    public void Sum_of_a_long_batch_is_that_of_its_samples()
    {
        SampleBatch<double> batch = SampleBatch<double>.Draw(100_003, SquaredLoss.Card, seed: 2);
        double expected = 0;
        for (int i = 0; i < batch.Length; i++)
        {
            double r = batch.Predictions[i] - batch.Targets[i];
            expected += batch.Mask[i] ? batch.Weights[i] * r * r : 0;
        }

        Totals totals = new SquaredLoss().Evaluate(new LossBatch<double>
        {
            Predictions = batch.Predictions,
            Targets = batch.Targets,
            Weights = batch.Weights,
            Mask = batch.Mask,
        });
        Close.Check(expected, totals.Sum, 1e-12, 0, $"the sum");
    }

    private static Totals Run(SampleBatch<float> batch, out float[] gradient, out float[] values)
    {
        gradient = new float[batch.Length];
        values = new float[batch.Length];
        return new HuberLoss(1).Evaluate(new LossBatch<float>
        {
            Predictions = batch.Predictions,
            Targets = batch.Targets,
            Weights = batch.Weights,
            Values = values,
            Gradient = gradient,
        });
    }
}

using System.Numerics.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>Mixed precision: numbers of 32 and 16 bits are summed in double, and logits are never made probabilities.</summary>
public sealed class NarrowNumbersTests
{
    private const int Samples = 1 << 20;

    [Fact]
    public void A_million_floats_add_up_without_losing_the_small_ones()
    {
        // One error of 4096 first, then a million of a tenth: a float sum would stay at 2^24. Those of its own block of
        // 2048 are all that it may swallow here, of the same lane: one in 16, 8 or 1 by the machine.
        float[] predictions = new float[Samples], targets = new float[Samples];
        Array.Fill(predictions, 0.1f);
        predictions[0] = 4096;
        double rest = (Samples - 1) * 0.01;
        double found = new SquaredLoss().Sum<SquaredLoss, float>(predictions, targets) - (4096.0 * 4096);
        Assert.Equal(rest, found, 2048 * 0.01);
    }

    [Fact]
    public void A_million_rows_of_floats_add_up_as_doubles_do()
    {
        float[] scores = [.. Enumerable.Range(0, 4 * (Samples / 16)).Select(i => (float)Math.Sin(i))];
        int[] targets = [.. Enumerable.Range(0, Samples / 16).Select(i => i % 4)];
        double narrow = new CrossEntropyLoss().Evaluate(
            new ClassBatch<float> { Scores = scores, Classes = 4, Targets = targets }).Mean;
        double wide = new CrossEntropyLoss().Evaluate(
            new ClassBatch<double> { Scores = [.. scores.Select(z => (double)z)], Classes = 4, Targets = targets }).Mean;
        Assert.Equal(wide, narrow, 1e-7);
    }

    [Fact]
    public void Halves_are_widened_first_and_overflow_nothing()
    {
        // 300² is beyond 65504, the largest number of 16 bits; the mean and the gradient of all are not.
        Half[] predictions = [(Half)300, (Half)(-300), (Half)0.5];
        float[] widened = new float[3], gradient = new float[3];
        TensorPrimitives.ConvertToSingle(predictions, widened);
        Assert.Equal((90000 + 90000 + 0.25) / 3, new SquaredLoss().Mean(widened, new float[3], gradient), 1e-9);
        Half[] narrowed = new Half[3];
        TensorPrimitives.ConvertToHalf(gradient, narrowed);
        Assert.Equal([(Half)200, (Half)(-200), (Half)(1 / 3f)], narrowed);
    }

    [Fact]
    public void What_takes_probabilities_has_a_twin_that_takes_logits()
    {
        foreach (LossCard card in LossCatalogue.All.Select(entry => entry.Card))
        {
            string[] parts = card.Key.Split("-on-");
            if (parts.Length == 2 && parts[1].EndsWith("probabilities", StringComparison.Ordinal))
            {
                Assert.Equal(parts[0], LossCatalogue.Find(parts[0]).Card.Key);
            }
        }
    }
}

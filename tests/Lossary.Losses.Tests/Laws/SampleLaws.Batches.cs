namespace Lossary.Losses.Tests;

/// <content>Weights, masks, reductions, parts of a batch.</content>
public abstract partial class SampleLaws<TLoss>
{
    private const int Some = 37;

    [Fact]
    public void Weights_tell_how_often_a_sample_counts()
    {
        SampleBatch<double> batch = SampleBatch<double>.Draw(Some, Card, seed: 1);
        int[] repeated =
            [.. Enumerable.Range(0, Some).SelectMany(i => Enumerable.Repeat(i, (int)batch.Weights[i]))];
        Totals weighted = Run(batch, batch.Weights, [], Reduction.Sum, out double[] gradient);
        Totals duplicated = Run(Take(batch, repeated), [], [], Reduction.Sum, out double[] each);
        Close.Check(duplicated.Sum, weighted.Sum, 1e-13, 1e-13, $"the sum");
        double[] pulls = new double[Some];
        for (int k = 0; k < repeated.Length; k++)
        {
            pulls[repeated[k]] += each[k];
        }

        for (int i = 0; i < Some; i++)
        {
            Close.Check(pulls[i], gradient[i], 1e-13, 1e-15, $"gradient[{i}]");
        }

        Assert.Equal(repeated.Length, Run(batch, batch.Weights, [], Reduction.Mean, out _).Denominator);
    }

    [Fact]
    public void Mask_takes_samples_out()
    {
        SampleBatch<double> batch = SampleBatch<double>.Draw(Some, Card, seed: 2);
        int[] kept = [.. Enumerable.Range(0, Some).Where(i => batch.Mask[i])];
        Totals masked = Run(batch, [], batch.Mask, Reduction.Mean, out double[] gradient);
        Totals without = Run(Take(batch, kept), [], [], Reduction.Mean, out double[] expected);
        Close.Check(without.Sum, masked.Sum, 1e-13, 1e-13, $"the sum");
        Assert.Equal(without.Denominator, masked.Denominator);
        Assert.All(Enumerable.Range(0, Some).Except(kept), i => Assert.Equal(0, gradient[i]));
        Assert.Equal(expected, kept.Select(i => gradient[i]));
    }

    [Fact]
    public void What_does_not_count_may_be_NaN()
    {
        SampleBatch<double> batch = SampleBatch<double>.Draw(Some, Card, seed: 3);
        batch.Weights[5] = 0;
        batch.Mask[6] = false;
        Totals clean = Run(batch, batch.Weights, batch.Mask, Reduction.Mean, out double[] expected);
        foreach (int i in new[] { 5, 6 })
        {
            batch.Predictions[i] = double.NaN;
            batch.Targets[i] = double.NaN;
        }

        Totals dirty = Run(batch, batch.Weights, batch.Mask, Reduction.Mean, out double[] gradient);
        Assert.Equal(clean, dirty);
        Assert.Equal(expected, gradient);
    }

    [Fact]
    public void Parts_of_a_batch_add_to_the_whole()
    {
        SampleBatch<double> batch = SampleBatch<double>.Draw(Some, Card, seed: 4);
        Totals whole = Run(batch, batch.Weights, batch.Mask, Reduction.Mean, out double[] gradient);
        Totals parts = default;
        for (int start = 0; start < Some; start += 10)
        {
            int[] part = [.. Enumerable.Range(start, Math.Min(10, Some - start))];
            SampleBatch<double> some = Take(batch, part);
            Totals totals = Run(some, some.Weights, some.Mask, Reduction.Mean, out double[] partial);
            parts += totals;
            for (int k = 0; k < part.Length; k++)
            {
                double scaled = partial[k] * totals.Denominator / whole.Denominator;
                Close.Check(gradient[part[k]], scaled, 1e-13, 1e-15, $"gradient[{part[k]}]");
            }
        }

        Assert.Equal(whole.Denominator, parts.Denominator);
        Close.Check(whole.Mean, parts.Mean, 1e-13, 1e-13, $"the mean");
    }

    [Fact]
    public void Gradient_may_overwrite_the_predictions()
    {
        SampleBatch<double> batch = SampleBatch<double>.Draw(Some, Card, seed: 5);
        Totals apart = Run(batch, batch.Weights, [], Reduction.Mean, out double[] gradient);
        Totals inPlace = Subject.Evaluate(new LossBatch<double>
        {
            Predictions = batch.Predictions,
            Targets = batch.Targets,
            Weights = batch.Weights,
            Gradient = batch.Predictions,
        });
        Assert.Equal(apart, inPlace);
        Assert.Equal(gradient, batch.Predictions);
    }

    [Fact]
    public void Reductions_divide_value_gradient_and_curvature_alike()
    {
        SampleBatch<double> batch = SampleBatch<double>.Draw(36, Card, seed: 6);
        Totals sum = Run(batch, batch.Weights, batch.Mask, Reduction.Sum, out double[] summed);
        double weight = Enumerable.Range(0, 36).Where(i => batch.Mask[i]).Sum(i => batch.Weights[i]);
        int count = batch.Mask.Count(kept => kept);
        foreach ((Reduction reduction, double divisor) in new[]
        {
            (Reduction.Mean, weight), (Reduction.MeanOverCount, count), (Reduction.MeanOverRows, count / 4.0),
        })
        {
            Totals totals = Run(batch, batch.Weights, batch.Mask, reduction, out double[] gradient);
            Assert.Equal(divisor, totals.Denominator);
            Close.Check(sum.Sum / divisor, totals.Mean, 1e-14, 1e-14, $"{reduction}");
            for (int i = 0; i < gradient.Length; i++)
            {
                Close.Check(summed[i] / divisor, gradient[i], 1e-14, 1e-300, $"{reduction}: gradient[{i}]");
            }
        }
    }

    [Fact]
    public void Nothing_at_all_has_mean_zero_and_gradient_zero()
    {
        Assert.Equal(0, Run(SampleBatch<double>.Draw(0, Card, seed: 7), [], [], Reduction.Mean, out _).Mean);
        SampleBatch<double> batch = SampleBatch<double>.Draw(Some, Card, seed: 7);
        foreach (Reduction reduction in Enum.GetValues<Reduction>())
        {
            Totals totals = Run(batch, [], new bool[Some], reduction, out double[] gradient);
            Assert.True(totals.IsEmpty);
            Assert.Equal(0, totals.Mean);
            Assert.All(gradient, g => Assert.Equal(0, g));
        }
    }

    [Fact]
    public void Single_values_are_those_that_the_sum_adds()
    {
        SampleBatch<double> batch = SampleBatch<double>.Draw(Some, Card, seed: 8);
        double[] values = new double[Some];
        double[] gradient = new double[Some];
        Totals totals = Subject.Evaluate(new LossBatch<double>
        {
            Predictions = batch.Predictions,
            Targets = batch.Targets,
            Weights = batch.Weights,
            Mask = batch.Mask,
            Values = values,
            Gradient = gradient,
        });
        Close.Check(values.Sum(), totals.Sum, 1e-13, 1e-13, $"the sum");
        for (int i = 0; i < Some; i++)
        {
            double weight = batch.Mask[i] ? batch.Weights[i] : 0;
            double expected = weight * Value(batch.Predictions[i], batch.Targets[i]);
            Close.Check(expected, values[i], 1e-13, 1e-15, $"values[{i}]");
        }
    }

    [Fact]
    public void Evaluation_allocates_nothing()
    {
        ILoss loss = LossCatalogue.Find(Card.Key).Create([.. Parameters]);
        SampleBatch<float> batch = SampleBatch<float>.Draw(Some, Card, seed: 9);
        float[] gradient = new float[Some];
        float[] curvature = new float[Some];
        long allocated = 0;
        for (int round = 0; round < 3; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            ((ISampleLoss)loss).Evaluate(new LossBatch<float>
            {
                Predictions = batch.Predictions,
                Targets = batch.Targets,
                Weights = batch.Weights,
                Mask = batch.Mask,
                Gradient = gradient,
                Curvature = curvature,
            });
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
    }

    private Totals Run(
        SampleBatch<double> batch, double[] weights, bool[] mask, Reduction reduction, out double[] gradient)
    {
        gradient = new double[batch.Length];
        return Subject.Evaluate(new LossBatch<double>
        {
            Predictions = batch.Predictions,
            Targets = batch.Targets,
            Weights = weights,
            Mask = mask,
            Gradient = gradient,
            Reduction = reduction,
            RowLength = 4,
        });
    }

    private static SampleBatch<double> Take(SampleBatch<double> batch, int[] which) => new()
    {
        Predictions = [.. which.Select(i => batch.Predictions[i])],
        Targets = [.. which.Select(i => batch.Targets[i])],
        Weights = [.. which.Select(i => batch.Weights[i])],
        Mask = [.. which.Select(i => batch.Mask[i])],
    };
}

using Lossary.Numerics;
using Lossary.Tensors;
using Lossary.Tests.Shared;

namespace Lossary.Losses.Tests;

public sealed class OverlapOperationTests
{
    private const int Pixels = 5003;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Counts_of_images_of_several_chunks_are_the_plain_sums(bool hasSoftmax)
    {
        LossInputs<double> inputs = Example(2, 3);
        Overlap<double> overlap = Counts(inputs, new(Softmax: hasSoftmax));
        double[] probabilities = Probabilities(inputs["prediction"].Values.ToArray(), 2, 3, hasSoftmax);
        double[] targets = inputs["target"].Values.ToArray();
        for (int plane = 0; plane < 6; plane++)
        {
            double[] p = probabilities[(plane * Pixels)..((plane + 1) * Pixels)], t = targets[(plane * Pixels)..((plane + 1) * Pixels)];
            double both = p.Zip(t, (a, b) => a * b).Sum();
            Close.Check(both, overlap.TruePositives.Values[plane], 1e-12, 0, "true positives");
            Close.Check(p.Sum() - both, overlap.FalsePositives.Values[plane], 1e-12, 0, "false positives");
            Close.Check(t.Sum() - both, overlap.FalseNegatives.Values[plane], 1e-12, 0, "false negatives");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Large_images_give_the_same_bits_on_any_number_of_threads(bool hasSoftmax)
    {
        (double[] alone, double[] shared) = Threads.Both(() =>
        {
            LossInputs<double> inputs = Example(3, 2);
            double value = new DiceLoss(1, false, new(Softmax: hasSoftmax)).Evaluate(inputs).Mean;
            return inputs["prediction"].Gradient.ToArray().Prepend(value).ToArray();
        });
        Assert.Equal(alone, shared);
    }

    [Fact]
    public void Float_counts_of_large_images_are_right_to_six_digits()
    {
        LossInputs<double> inputs = Example(1, 1);
        LossInputs<float> singles = new()
        {
            ["prediction"] = new(new Shape(1, 1, Pixels), inputs["prediction"].Values.ToArray().Select(x => (float)x).ToArray()),
            ["target"] = new(new Shape(1, 1, Pixels), inputs["target"].Values.ToArray().Select(x => (float)x).ToArray()),
        };
        Close.Check(new DiceLoss(1, false).Evaluate(inputs).Mean, new DiceLoss(1, false).Evaluate(singles).Mean, 1e-6, 0, "Dice");
    }

    private static Overlap<double> Counts(LossInputs<double> inputs, RegionOptions options)
    {
        InputCheck.Check(DiceLoss.Inputs, inputs);
        return OverlapOperation.Compute(new Tape<double>(), inputs, options, isSquared: false);
    }

    private static LossInputs<double> Example(int images, int classes)
    {
        RandomStream random = new(9);
        Shape shape = new(images, classes, Pixels);
        return new LossInputs<double>
        {
            ["prediction"] = Tensor<double>.Variable(
                shape, [.. Enumerable.Range(0, shape.Length).Select(_ => 2 * random.NextNormal())]),
            ["target"] = new(shape, Enumerable.Range(0, shape.Length).Select(_ => (double)random.NextInt(2)).ToArray()),
        };
    }

    private static double[] Probabilities(double[] logits, int images, int classes, bool hasSoftmax)
    {
        if (!hasSoftmax)
        {
            return [.. logits.Select(z => 1 / (1 + Math.Exp(-z)))];
        }

        double[] probabilities = new double[logits.Length];
        for (int i = 0; i < logits.Length; i++)
        {
            int image = i / (classes * Pixels), pixel = i % Pixels;
            double sum = Enumerable.Range(0, classes).Sum(k => Math.Exp(logits[(((image * classes) + k) * Pixels) + pixel]));
            probabilities[i] = Math.Exp(logits[i]) / sum;
        }

        return probabilities;
    }
}

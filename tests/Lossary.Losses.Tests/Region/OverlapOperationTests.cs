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

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_gradient_computed_ahead_has_the_bits_of_one_computed_on_the_way_back(bool hasSoftmax, bool isSquared)
    {
        // Many small images are worked on at one go, where their gradient can be foreseen: not on another tape.
        LossInputs<double> inputs = Example(4 * WorkerPool.Shared.Degree, 2);
        DiceLoss loss = new(1, isSquared, new(Softmax: hasSoftmax));
        loss.Evaluate(inputs);
        double[] ahead = inputs["prediction"].Gradient.ToArray();
        inputs["prediction"].ClearGradient();
        Tape<double> tape = new();
        tape.Backward(tape.Mean(loss.Terms(tape, inputs).Values));
        Assert.Contains(ahead, slope => slope != 0);
        Assert.Equal(inputs["prediction"].Gradient.ToArray(), ahead);
    }

    [Fact]
    public void A_gradient_foreseen_wrongly_is_computed_again()
    {
        LossInputs<double> inputs = Example(4 * WorkerPool.Shared.Degree, 1);
        new DiceLoss(1, false).Evaluate(inputs);
        double[] dice = inputs["prediction"].Gradient.ToArray();
        new JaccardLoss(1).Evaluate(inputs);
        double[] jaccard = inputs["prediction"].Gradient.ToArray();
        for (int evaluation = 0; evaluation < 2; evaluation++)
        {
            new TwiceDiceAndJaccard().Evaluate(inputs);
            double[] both = inputs["prediction"].Gradient.ToArray();
            for (int i = 0; i < both.Length; i++)
            {
                Close.Check((2 * dice[i]) + jaccard[i], both[i], 1e-12, 1e-300, $"pixel {i}");
            }
        }
    }

    [Fact]
    public void A_target_that_is_no_share_is_named_and_the_gradient_stays()
    {
        LossInputs<double> inputs = Example(1, 2);
        new DiceLoss(1, false).Evaluate(inputs);
        double[] gradient = inputs["prediction"].Gradient.ToArray();
        inputs["target"].Values[Pixels + 7] = 1.5;
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new DiceLoss(1, false).Evaluate(inputs));
        Assert.Contains("target[0, 1, 7] must be in [0, 1], but is 1.5", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(gradient, inputs["prediction"].Gradient.ToArray());
        inputs["target"].Values[Pixels + 7] = double.NaN;
        Assert.Throws<ArgumentException>(() => new DiceLoss(1, false).Evaluate(inputs));
    }

    /// <summary>Two losses that each take the mean of its terms for all that is made of them.</summary>
    private readonly struct TwiceDiceAndJaccard : IGraphLoss<TwiceDiceAndJaccard>
    {
        public static IReadOnlyList<InputCard> Inputs => DiceLoss.Inputs;

        public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => new(tape.Add(
                tape.Scale(new DiceLoss(1, false).Terms(tape, inputs).Values, 2),
                new JaccardLoss(1).Terms(tape, inputs).Values));
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

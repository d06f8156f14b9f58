using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>Second derivatives of sums over paths, beside the laws of each loss.</summary>
public sealed class PathCompositionTests
{
    private static Tensor<double> Variable(Shape shape, params double[] values) => Tensor<double>.Variable(shape, values);

    private static Tensor<double> Numbers(params double[] values) => new(new Shape(values.Length), values);

    private static Tensor<double> Labels(params double[] values) => new(new Shape(1, values.Length), values);

    private static double[] Curvature(string loss, LossInputs<double> inputs, string name)
    {
        double[] curvature = new double[inputs[name].Shape.Length];
        Assert.True(((IArrayLoss)LossCatalogue.Create(loss)).TryCurvature(inputs, name, curvature));
        return curvature;
    }

    private static void IsPadded(double[] expected, double[] found)
    {
        for (int i = 0; i < found.Length; i++)
        {
            Assert.Equal(i < expected.Length ? expected[i] : 0, found[i], 13);
        }
    }

    [Fact]
    public void A_label_in_one_step_curves_as_a_softmax()
    {
        // The loss is −ln p(1): its second derivatives by the logits are p (1 − p).
        double[] powers = [1, Math.Exp(2), Math.Exp(-1)];
        double[] expected = [.. powers.Select(power => power / powers.Sum()).Select(p => p * (1 - p))];
        LossInputs<double> ctc = new() { ["logits"] = Variable(new Shape(1, 1, 3), 0, 2, -1), ["labels"] = Labels(1) };
        LossInputs<double> crf = new()
        {
            ["emissions"] = Variable(new Shape(1, 1, 3), 0, 2, -1),
            ["labels"] = Labels(1),
            ["transitions"] = Variable(new Shape(3, 3), new double[9]),
        };
        IsPadded(expected, Curvature("ctc", ctc, "logits"));
        IsPadded(expected, Curvature("linear-chain-crf", crf, "emissions"));
    }

    [Fact]
    public void What_stands_behind_the_steps_of_ctc_is_never_read()
    {
        double[] logits = [0, 1, -1, 0.5, 2, 0];
        LossInputs<double> whole = new() { ["logits"] = Variable(new Shape(1, 2, 3), logits), ["labels"] = Labels(1) };
        LossInputs<double> padded = new()
        {
            ["logits"] = Variable(new Shape(1, 3, 3), [.. logits, double.NaN, double.NaN, double.NaN]),
            ["labels"] = Labels(1, 2),
            ["input-lengths"] = Numbers(2),
            ["label-lengths"] = Numbers(1),
        };
        IsPadded(Curvature("ctc", whole, "logits"), Curvature("ctc", padded, "logits"));
    }

    [Fact]
    public void What_stands_behind_the_steps_of_a_transducer_is_never_read()
    {
        double[] logits = [0, 1, 0.5, 0, -1, 0.3, 0.2, 0.4];
        LossInputs<double> whole = new() { ["logits"] = Variable(new Shape(1, 2, 2, 2), logits), ["labels"] = Labels(1) };
        LossInputs<double> padded = new()
        {
            ["logits"] = Variable(new Shape(1, 3, 2, 2), [.. logits, .. Enumerable.Repeat(double.NaN, 4)]),
            ["labels"] = Labels(1),
            ["input-lengths"] = Numbers(2),
        };
        IsPadded(Curvature("transducer", whole, "logits"), Curvature("transducer", padded, "logits"));
    }

    [Fact]
    public void What_stands_behind_a_series_is_never_read()
    {
        LossInputs<double> whole = new()
        {
            ["prediction"] = Variable(new Shape(1, 2, 1), 0, 1),
            ["target"] = Variable(new Shape(1, 1, 1), 0.5),
        };
        LossInputs<double> padded = new()
        {
            ["prediction"] = Variable(new Shape(1, 3, 1), 0, 1, double.NaN),
            ["target"] = Variable(new Shape(1, 2, 1), 0.5, double.NaN),
            ["prediction-lengths"] = Numbers(2),
            ["target-lengths"] = Numbers(1),
        };

        // One way alone: (x₁ − y)² + (x₂ − y)².
        IsPadded([2, 2], Curvature("soft-dtw", whole, "prediction"));
        IsPadded([2, 2], Curvature("soft-dtw", padded, "prediction"));
        IsPadded([4], Curvature("soft-dtw", padded, "target"));
    }

    [Fact]
    public void A_transition_that_never_happens_has_no_curvature()
    {
        // Two labellings of two steps are left, 00 and 01 with the scores 0 and 1, and 11 with 0.
        LossInputs<double> inputs = new()
        {
            ["emissions"] = Variable(new Shape(1, 3, 2), 0, 0, 0, 0, double.NaN, double.NaN),
            ["labels"] = Labels(0, 1, 0),
            ["transitions"] = Variable(new Shape(2, 2), 0, 1, double.NegativeInfinity, 0),
            ["lengths"] = Numbers(2),
        };
        double all = 2 + Math.E, other = 1 / all, own = Math.E / all;
        double[] expected = [other * (1 - other), own * (1 - own), 0, other * (1 - other)];
        IsPadded(expected, Curvature("linear-chain-crf", inputs, "transitions"));
        double[] each = [.. Enumerable.Repeat(other * (1 - other), 4)];
        IsPadded(each, Curvature("linear-chain-crf", inputs, "emissions"));
    }

    [Fact]
    public void A_sample_that_cannot_be_read_has_no_curvature_and_disturbs_no_other()
    {
        LossInputs<double> alone = new() { ["logits"] = Variable(new Shape(1, 2, 2), 0, 1, 0.5, 2), ["labels"] = Labels(1) };
        LossInputs<double> both = new()
        {
            ["logits"] = Variable(new Shape(2, 2, 2), 0, 1, 0.5, 2, 0, 1, 0.5, 2),
            ["labels"] = new(new Shape(2, 2), new double[] { 1, 1, 1, 1 }),
            ["label-lengths"] = Numbers(1, 2),
        };
        IsPadded(Curvature("ctc", alone, "logits"), Curvature("ctc:zero-infinity=1", both, "logits"));
    }

    [Fact]
    public void A_gradient_that_is_of_no_value_refuses()
    {
        LossInputs<double> inputs = new() { ["logits"] = Variable(new Shape(1, 1, 2, 2), 0, 1, 2, 0), ["labels"] = Labels(1) };
        double[] curvature = new double[4];
        IArrayLoss fast = (IArrayLoss)LossCatalogue.Create("transducer:fast-emit=0.5");
        Assert.Equal(4, Curvature("transducer", inputs, "logits").Length);
        Assert.False(fast.TryCurvature(inputs, "logits", curvature));
        Assert.Equal(SecondOrder.None, new TransducerLoss(0, 0.5).Traits.SecondOrder);
    }
}

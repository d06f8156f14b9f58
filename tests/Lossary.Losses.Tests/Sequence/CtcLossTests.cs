using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class CtcLossTests() : ArrayLaws<CtcLoss>
{
    /// <summary>Logits 0 and 1 for blank and label, two steps.</summary>
    private static LossInputs<double> TwoSteps(params double[] labels) => new()
    {
        ["logits"] = Tensor<double>.Variable(new Shape(1, 2, 3), [0, 1, -1, 0.5, 2, 0]),
        ["labels"] = new(new Shape(1, labels.Length), labels),
    };

    /// <summary>The probabilities of <see cref="TwoSteps"/>.</summary>
    private static double[][] Shares()
    {
        double[] first = [1, Math.E, Math.Exp(-1)], second = [Math.Exp(0.5), Math.Exp(2), 1];
        return [[.. first.Select(x => x / first.Sum())], [.. second.Select(x => x / second.Sum())]];
    }

    [Fact]
    public void One_label_in_two_steps_is_read_by_three_paths()
    {
        double[][] p = Shares();
        double paths = (p[0][1] * p[1][1]) + (p[0][1] * p[1][0]) + (p[0][0] * p[1][1]);
        LossInputs<double> inputs = TwoSteps(1);
        Assert.Equal(-Math.Log(paths), new CtcLoss(0).Evaluate(inputs).Mean, 14);
        double blankFirst = p[0][0] * p[1][1] / paths;
        Assert.Equal(p[0][0] - blankFirst, inputs["logits"].Gradient[0], 14);
        Assert.Equal(p[0][1] - (1 - blankFirst), inputs["logits"].Gradient[1], 14);
        Assert.Equal(p[0][2], inputs["logits"].Gradient[2], 14);
    }

    [Fact]
    public void Two_equal_labels_in_two_steps_cannot_be_read()
    {
        LossInputs<double> inputs = TwoSteps(1, 1);
        Assert.Equal(double.PositiveInfinity, new CtcLoss(0).Evaluate(inputs).Mean);
        Assert.All(inputs["logits"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
        Assert.Equal(0, new CtcLoss(0, zeroInfinity: 1).Evaluate(inputs).Mean);
        Assert.All(inputs["logits"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
    }

    [Fact]
    public void No_label_is_read_by_blanks_alone()
    {
        LossInputs<double> inputs = TwoSteps(1, 1);
        inputs["label-lengths"] = new Tensor<double>(new Shape(1), new double[1]);
        double[][] p = Shares();
        Assert.Equal(-Math.Log(p[0][0] * p[1][0]), new CtcLoss(0).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void Per_label_divides_by_the_number_of_labels()
    {
        LossInputs<double> inputs = TwoSteps(1, 2);
        double whole = new CtcLoss(0).Evaluate(inputs).Mean;
        Assert.Equal(whole / 2, new CtcLoss(0, perLabel: 1).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void A_long_sequence_of_even_odds_stays_exact()
    {
        // One label of two classes in t even steps: t (t + 1) / 2 paths of 2^-t each.
        const int Steps = 3000;
        LossInputs<double> inputs = new()
        {
            ["logits"] = Tensor<double>.Variable(new Shape(1, Steps, 2), new double[2 * Steps]),
            ["labels"] = new(new Shape(1, 1), new double[] { 1 }),
        };
        double expected = (Steps * Math.Log(2)) - Math.Log(Steps * (Steps + 1) / 2.0);
        Assert.Equal(expected, new CtcLoss(0).Evaluate(inputs).Mean, 8);
    }

    [Fact]
    public void A_blank_among_the_labels_and_a_blank_beyond_the_classes_are_refused()
    {
        Assert.Contains(
            "labels[0, 1] is 0", Assert.Throws<ArgumentException>(() => new CtcLoss(0).Evaluate(TwoSteps(1, 0))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "3 classes", Assert.Throws<ArgumentException>(() => new CtcLoss(3).Evaluate(TwoSteps(1))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CtcLoss(0.5));
    }

    [Fact]
    public void A_logit_that_is_not_a_number_comes_out_as_one_sample_s_NaN()
    {
        LossInputs<double> inputs = Example(40);
        inputs["logits"].Values[0] = double.NaN;
        double[] terms = TermsOf(inputs);
        Assert.True(double.IsNaN(terms[0]));
        Assert.All(terms[1..], term => Assert.True(double.IsFinite(term)));
    }
}

namespace Lossary.Losses.Tests;

public sealed class ForwardCorrectionLossTests() : ArrayLaws<ForwardCorrectionLoss>
{
    [Fact]
    public void Probabilities_are_led_through_the_rates()
    {
        // softmax = (¼, ¾); the second class is observed with probability ¼ · 0.1 + ¾ · 0.8.
        LossInputs<double> inputs = RowInputs.Of([0, Math.Log(3)], 1, ("transition", [0.9, 0.1, 0.2, 0.8]));
        Assert.Equal(-Math.Log(0.625), Subject.Evaluate(inputs).Mean, 1e-15);
    }

    [Fact]
    public void Without_mistakes_it_is_cross_entropy()
    {
        LossInputs<double> inputs = RowInputs.Of([0.3, -1, 2], 1, ("transition", [1, 0, 0, 0, 1, 0, 0, 0, 1]));
        double[] gradient = new double[3];
        double expected = new CrossEntropyLoss().Sum([0.3, -1, 2], 3, [1], gradient);
        Assert.Equal(expected, Subject.Evaluate(inputs).Mean, 1e-14);
        ClassOutcome.Close(gradient, inputs["score"].Gradient.ToArray(), 1e-13, 1e-15);
    }
}

public sealed class BackwardCorrectionLossTests() : ArrayLaws<BackwardCorrectionLoss>
{
    [Fact]
    public void On_average_over_wrong_labels_it_is_cross_entropy_of_the_right_one()
    {
        double[] scores = [0.3, -1, 2], rates = [0.8, 0.15, 0.05, 0.1, 0.7, 0.2, 0.05, 0.05, 0.9];
        double mean = 0;
        for (int label = 0; label < 3; label++)
        {
            mean += rates[3 + label] * Subject.Evaluate(RowInputs.Of(scores, label, ("transition", rates))).Mean;
        }

        Assert.Equal(new CrossEntropyLoss().Sum(scores, 3, [1]), mean, 1e-13);
    }

    [Fact]
    public void Rates_that_cannot_be_undone_are_refused_by_name() => Assert.Equal(
        "transition",
        Assert.Throws<ArgumentException>(
            () => Subject.Evaluate(RowInputs.Of([0.0, 1], 0, ("transition", [0.5, 0.5, 0.5, 0.5])))).ParamName);
}

public sealed class ActivePassiveLossTests() : ArrayLaws<ActivePassiveLoss>(1, 1, -4)
{
    [Fact]
    public void Costs_of_all_labels_sum_to_the_same_for_every_prediction()
    {
        // 1 for the normalised part, 4 (K − 1) for the reverse one.
        foreach (double[] scores in new double[][] { [0, 0, 0], [3, -1, 0.5], [-20, 4, 4] })
        {
            double sum = Enumerable.Range(0, 3).Sum(label => Subject.Evaluate(RowInputs.Of(scores, label)).Mean);
            Assert.Equal(9, sum, 1e-13);
        }
    }
}

public sealed class HardBootstrappingLossTests() : ArrayLaws<HardBootstrappingLoss>(0.8)
{
    [Fact]
    public void Likeliest_class_counts_beside_the_label()
    {
        double[] scores = [0, Math.Log(3)];
        Assert.Equal(
            (-0.8 * Math.Log(0.25)) - (0.2 * Math.Log(0.75)),
            Subject.Evaluate(RowInputs.Of(scores, 0)).Mean,
            1e-15);
    }
}

public sealed class BiTemperedLossTests() : ArrayLaws<BiTemperedLoss>(0.8, 1.2)
{
    protected override double SinglePrecision => 1e-3;

    [Fact]
    public void Without_bends_it_is_cross_entropy() => Assert.Equal(
        new CrossEntropyLoss().Sum([0.3, -1, 2], 3, [1]),
        new BiTemperedLoss(1, 1).Evaluate(RowInputs.OfLabels([0.3, -1, 2], 0, 1, 0)).Mean,
        1e-13);

    [Fact]
    public void Two_even_classes_cost_what_the_tempered_logarithm_says()
    {
        // p = ½: −(0.5^0.2 − 1)/0.2 − (1 − 2 · 0.5^1.2)/1.2.
        double expected = (-(Math.Pow(0.5, 0.2) - 1) / 0.2) - ((1 - (2 * Math.Pow(0.5, 1.2))) / 1.2);
        Assert.Equal(expected, Subject.Evaluate(RowInputs.OfLabels([7, 7], 1, 0)).Mean, 1e-14);
    }
}

public sealed class FadingCrossEntropyLossTests() : ArrayLaws<FadingCrossEntropyLoss>
{
    /// <inheritdoc/>
    protected override bool IsGradientOfValue => false;

    [Fact]
    public void Gradient_is_that_of_cross_entropy_times_the_probability()
    {
        LossInputs<double> inputs = RowInputs.Of([0, Math.Log(3)], 0);
        Assert.Equal(-0.25 * Math.Log(0.25), Subject.Evaluate(inputs).Mean, 1e-15);
        ClassOutcome.Close([-0.1875, 0.1875], inputs["score"].Gradient.ToArray(), 1e-15, 1e-16);
    }
}

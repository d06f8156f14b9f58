using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>Labels that cannot be read in their steps, beside some that can: what CTC makes of each.</summary>
public sealed class UnreadableLabelsTests
{
    private const int Samples = 3, Steps = 4, Classes = 3, Row = Steps * Classes;

    /// <summary>The sample that cannot be read: three equal labels need five steps.</summary>
    private const int Unreadable = 1;

    public static TheoryData<string> Keys => ["ctc", "ctc-on-log-probabilities", "focal-ctc"];

    [Theory]
    [MemberData(nameof(Keys))]
    public void They_cost_infinity_which_leaves_the_other_samples_terms_and_gradients_as_they_are(string key)
    {
        double[] terms = new double[Samples];
        LossInputs<double> inputs = Batch(key), readable = Batch(key, mask: true);
        inputs.Values = terms;
        Assert.Equal(double.PositiveInfinity, Evaluate(key, inputs).Mean);
        Assert.Equal(double.PositiveInfinity, terms[Unreadable]);
        Assert.All(Others, sample => Assert.True(terms[sample] is > 0 and < 100));

        Evaluate(key, readable);
        foreach (int sample in Others)
        {
            // The mean over three beside that over two.
            double[] want = [.. Gradient(readable, sample).Select(slope => slope * 2 / 3)];
            Assert.All(want.Zip(Gradient(inputs, sample)), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Their_own_gradient_is_0_where_PyTorch_s_is_NaN_and_NaN_in_a_score_stays_NaN(string key)
    {
        LossInputs<double> inputs = Batch(key);
        Evaluate(key, inputs);
        Assert.All(Gradient(inputs, Unreadable), slope => Assert.Equal(0, slope));
        inputs[Scores(key)].Values[0] = double.NaN;
        Assert.True(double.IsNaN(Evaluate(key, inputs).Mean));
        Assert.Contains(Gradient(inputs, 0), double.IsNaN);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void With_zero_infinity_they_cost_0_and_pull_nowhere_but_count_in_the_mean(string key)
    {
        LossInputs<double> inputs = Batch(key), readable = Batch(key, mask: true);
        Totals totals = Evaluate(key + ":zero-infinity=1", inputs), others = Evaluate(key, readable);
        Assert.Equal(others.Sum, totals.Sum, 1e-14);
        Assert.Equal(Samples, totals.Denominator);
        Assert.All(Gradient(inputs, Unreadable), slope => Assert.Equal(0, slope));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Masked_or_of_weight_0_they_are_not_there(string key)
    {
        LossInputs<double> masked = Batch(key, mask: true), weighted = Batch(key);
        weighted.Weights = new double[] { 1, 0, 1 };
        foreach (LossInputs<double> inputs in new[] { masked, weighted })
        {
            Totals totals = Evaluate(key, inputs);
            Assert.True(double.IsFinite(totals.Mean));
            Assert.Equal(2, totals.Denominator);
            Assert.All(Gradient(inputs, Unreadable), slope => Assert.Equal(0, slope));
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void One_step_more_and_one_path_reads_them(string key)
    {
        // 1 blank 1 blank 1 is the only way in five steps.
        double[] scores = [.. Enumerable.Range(0, 5 * Classes).Select(i => Math.Sin(i))];
        LossInputs<double> inputs = new()
        {
            [Scores(key)] = Tensor<double>.Variable(new Shape(1, 5, Classes), Logarithms(scores)),
            ["labels"] = new(new Shape(1, 3), new double[] { 1, 1, 1 }),
        };
        double[] shares = inputs[Scores(key)].Values.ToArray();
        double path = -(shares[1] + shares[3] + shares[7] + shares[9] + shares[13]);
        double expected = key == "focal-ctc" ? Math.Pow(1 - Math.Exp(-path), 2) * path : path;
        Assert.Equal(expected, Evaluate(key, inputs).Mean, 1e-13);
        Assert.All(inputs[Scores(key)].Gradient.ToArray(), slope => Assert.True(double.IsFinite(slope)));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void More_labels_than_steps_and_labels_without_steps_are_infinite_too(string key)
    {
        foreach (int steps in new[] { 0, 2 })
        {
            LossInputs<double> inputs = Batch(key);
            inputs["labels"] = new(new Shape(Samples, 3), new double[] { 1, 2, 1, 1, 2, 1, 1, 2, 1 });
            inputs["input-lengths"] = new(new Shape(Samples), new double[] { 4, steps, 4 });
            inputs["label-lengths"] = new(new Shape(Samples), new double[] { 3, 3, 3 });
            double[] terms = new double[Samples];
            inputs.Values = terms;
            Evaluate(key, inputs);
            Assert.Equal(double.PositiveInfinity, terms[Unreadable]);
            Assert.All(Others, sample => Assert.True(double.IsFinite(terms[sample])));
        }
    }

    private static IEnumerable<int> Others => Enumerable.Range(0, Samples).Where(sample => sample != Unreadable);

    private static string Scores(string key) => key == "ctc-on-log-probabilities" ? "log-probabilities" : "logits";

    private static Totals Evaluate(string name, LossInputs<double> inputs) =>
        LossCatalogue.Create<IArrayLoss>(name).Evaluate(inputs);

    private static double[] Gradient(LossInputs<double> inputs, int sample) =>
        inputs[inputs.Names.First()].Gradient.Slice(sample * Row, Row).ToArray();

    private static LossInputs<double> Batch(string key, bool mask = false)
    {
        RandomStream random = new(7);
        double[] scores = [.. Enumerable.Range(0, Samples * Row).Select(_ => random.NextNormal())];
        return new()
        {
            [Scores(key)] = Tensor<double>.Variable(new Shape(Samples, Steps, Classes), Logarithms(scores)),
            ["labels"] = new(new Shape(Samples, 3), new double[] { 1, 2, 0, 1, 1, 1, 2, 0, 0 }),
            ["label-lengths"] = new(new Shape(Samples), new double[] { 2, 3, 1 }),
            Mask = mask ? new[] { true, false, true } : default,
        };
    }

    /// <summary>Logarithms of shares, which are logits too.</summary>
    private static double[] Logarithms(double[] scores) =>
        [.. scores.Chunk(Classes).SelectMany(row => row.Select(z => z - Math.Log(row.Sum(Math.Exp))))];
}

using System.Text.Json;

namespace Lossary.Losses.Tests;

/// <summary>The divergences against PyTorch, SciPy and their definitions, as tests/golden holds them, and at their edges.</summary>
public sealed class DivergenceTests
{
    public static TheoryData<string> TorchIds => GoldenClassCase.Ids("losses_torch", "kl_div");

    public static TheoryData<string> JensenShannonIds => GoldenClassCase.Ids("papers", "jensen_shannon");

    public static TheoryData<string> StudentIds => GoldenClassCase.Ids("papers", "generalized_jsd", "reverse_kl");

    public static TheoryData<string> GeneralisedIds => GoldenClassCase.Ids("papers", "generalized_kl");

    public static TheoryData<string> SciPyIds => GoldenClassCase.Ids("tabular_losses", "scipy_kl_div", "scipy_rel_entr");

    [Theory]
    [MemberData(nameof(TorchIds))]
    public void Kullback_Leibler_agrees_with_PyTorch(string id)
    {
        JsonElement raw = GoldenClassCase.Raw(id), expected = raw.GetProperty("expected");
        bool isLog = raw.GetProperty("args").GetProperty("log_target").GetBoolean();
        double[] z = Input(raw, "input"), t = Input(raw, "target"), want = Numbers(expected, "value", "none");
        (double[] values, double[] gradient) = Run(isLog ? "kl-log-target" : "kullback-leibler", z, t);
        bool isSingle = raw.GetProperty("dtype").GetString() == "float32";
        for (int i = 0; i < want.Length; i++)
        {
            // PyTorch 1.13 multiplies 0 by infinity; a class that neither has costs nothing.
            want[i] = (isLog ? Math.Exp(t[i]) : t[i]) == 0 && !double.IsNaN(z[i]) ? 0 : want[i];
        }

        // The kernel carries NaN and infinity of a prediction into its gradient; PyTorch's does not look at it.
        double[] slopes = Numbers(expected, "grad", "sum", "input");
        slopes = [.. slopes.Select((g, i) => double.IsFinite(z[i]) ? g : gradient[i])];
        ClassOutcome.Close(want, values, isSingle ? 2e-5 : 1e-9, isSingle ? 1e-6 : 1e-12);
        ClassOutcome.Close(slopes, gradient, isSingle ? 2e-5 : 1e-9, isSingle ? 1e-6 : 1e-12);
    }

    [Theory]
    [MemberData(nameof(JensenShannonIds))]
    public void Jensen_Shannon_is_its_definition_from_either_side(string id)
    {
        JsonElement raw = GoldenClassCase.Raw(id), expected = raw.GetProperty("expected");
        double[] p = Input(raw, "p"), q = Input(raw, "q");
        foreach ((double[] x, double[] t, string name) in new[] { (p, q, "p"), (q, p, "q") })
        {
            (double[] values, double[] gradient) = Run("jensen-shannon", x, t);
            Assert.Equal(Numbers(expected, "value", "scalar")[0], values.Sum(), 1e-10);
            ClassOutcome.Close(Numbers(expected, "grad", "scalar", name), gradient, 1e-8, 1e-10);
        }
    }

    [Theory]
    [MemberData(nameof(StudentIds))]
    public void Divergences_of_softmax_agree_with_their_definitions(string id)
    {
        JsonElement raw = GoldenClassCase.Raw(id), expected = raw.GetProperty("expected");
        double[] student = Softmax(Input(raw, "student")), teacher = Softmax(Input(raw, "teacher"));
        string name = raw.GetProperty("args").TryGetProperty("beta", out JsonElement beta)
            ? $"jensen-shannon:beta={beta.GetRawText()}"
            : "reverse-kl";
        (double[] values, double[] slopes) = Run(name, student, teacher);
        double[] rows = [.. values.Chunk(4).Select(row => row.Sum())];
        ClassOutcome.Close(Numbers(expected, "value", "none"), rows, 1e-8, 1e-10);

        // The chain rule through softmax.
        double[] gradient = [.. slopes.Select((g, i) => student[i] * (g - Enumerable.Range(i / 4 * 4, 4).Sum(k => student[k] * slopes[k])))];
        ClassOutcome.Close(Numbers(expected, "grad", "sum", "student"), gradient, 1e-8, 1e-10);
    }

    [Theory]
    [MemberData(nameof(GeneralisedIds))]
    public void Generalised_divergence_agrees_with_its_definition(string id)
    {
        JsonElement raw = GoldenClassCase.Raw(id), expected = raw.GetProperty("expected");
        (double[] values, double[] gradient) = Run("generalised-kullback-leibler", Input(raw, "input"), Input(raw, "target"));
        ClassOutcome.Close(Numbers(expected, "value", "none"), values, 1e-8, 1e-10);
        ClassOutcome.Close(Numbers(expected, "grad", "sum", "input"), gradient, 1e-8, 1e-10);
    }

    [Theory]
    [MemberData(nameof(SciPyIds))]
    public void Divergences_agree_with_SciPy(string id)
    {
        JsonElement raw = GoldenClassCase.Raw(id);
        double[] x = Input(raw, "x"), y = Input(raw, "y"), want = Numbers(raw.GetProperty("expected"), "value", "none");
        double[] got = id.Contains("kl_div", StringComparison.Ordinal)
            ? Run("generalised-kullback-leibler", y, x).Values
            : Run("reverse-kl", x, y).Values;
        ClassOutcome.Close(want, got, 1e-10, 1e-13);
    }

    [Theory]
    [InlineData("kullback-leibler", -1.3, 0.4)]
    [InlineData("kl-log-target", -1.3, -0.4)]
    [InlineData("reverse-kl", 0.3, 0.4)]
    [InlineData("jensen-shannon:beta=0.2", 0.3, 0.4)]
    [InlineData("generalised-kullback-leibler", 0.3, 0.4)]
    public void Gradient_is_the_slope_of_the_value_and_NaN_comes_out(string name, double x, double t)
    {
        double Value(int k) => Run(name, [x + (k * 1e-3)], [t]).Values[0];
        double slope = (Value(-2) - (8 * Value(-1)) + (8 * Value(1)) - Value(2)) / 12e-3;
        Assert.Equal(slope, Run(name, [x], [t]).Gradient[0], 1e-8);
        Assert.True(double.IsNaN(Run(name, [double.NaN], [t]).Values[0]));
        Assert.True(double.IsNaN(Run(name, [x], [double.NaN]).Values[0]));
    }

    [Fact]
    public void Nothing_predicted_and_nothing_there_costs_nothing()
    {
        Assert.Equal([0.0], Run("kullback-leibler", [double.NegativeInfinity], [0]).Values);
        Assert.Equal([0.0], Run("kl-log-target", [double.NegativeInfinity], [double.NegativeInfinity]).Values);
        foreach (string name in new[] { "reverse-kl", "jensen-shannon", "generalised-kullback-leibler" })
        {
            (double[] values, double[] gradient) = Run(name, [0], [0]);
            Assert.Equal([0.0], values);
            Assert.True(double.IsFinite(gradient[0]));
        }
    }

    [Fact]
    public void Distributions_without_overlap_cost_ln_2_at_most() =>
        Assert.Equal(Math.Log(2), Run("jensen-shannon", [1, 0], [0, 1]).Values.Sum(), 1e-15);

    [Fact]
    public void Mean_over_rows_is_the_batch_mean_of_PyTorch()
    {
        Totals totals = default(KullbackLeiblerLoss).Evaluate(new LossBatch<double>
        {
            Predictions = [-1, -2, -3, -4],
            Targets = [0.5, 0.5, 0.25, 0.75],
            Reduction = Reduction.MeanOverRows,
            RowLength = 2,
        });
        Assert.Equal(2, totals.Denominator);
        Assert.Equal(totals.Sum / 2, totals.Mean);
    }

    private static (double[] Values, double[] Gradient) Run(string name, double[] predictions, double[] targets)
    {
        double[] values = new double[predictions.Length], gradient = new double[predictions.Length];
        Assert.IsAssignableFrom<ISampleLoss>(LossCatalogue.Create(name)).Evaluate(new LossBatch<double>
        {
            Predictions = predictions,
            Targets = targets,
            Values = values,
            Gradient = gradient,
            Reduction = Reduction.Sum,
        });
        return (values, gradient);
    }

    private static double[] Input(JsonElement raw, string name) =>
        GoldenClassCase.Numbers(raw.GetProperty("inputs").GetProperty(name));

    private static double[] Numbers(JsonElement element, params string[] path) =>
        GoldenClassCase.Numbers(path.Aggregate(element, (at, name) => at.GetProperty(name)));

    private static double[] Softmax(double[] scores) =>
        [.. scores.Chunk(4).SelectMany(row => row.Select(z => Math.Exp(z) / row.Sum(x => Math.Exp(x))))];
}

using System.Text.Json;

namespace Lossary.Cli.Tests;

/// <summary>Every expected number is worked out by hand beside it.</summary>
public sealed class EvaluateCommandTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public async Task Regression_numbers_are_those_of_the_definitions()
    {
        // Residuals 1, −2, 0, 3.
        JsonElement result = await EvaluateAsync(
            "target,prediction\n10.5,11.5\n20,18\n30,30\n40,43\n",
            "--losses",
            "squared,absolute,huber,quantile:level=0.9,epsilon-insensitive:epsilon=0.5");

        Assert.Equal("regression", result.GetProperty("task").GetString());
        Assert.Equal("number", result.GetProperty("predictions").GetString());
        Assert.Equal(4, result.GetProperty("rows").GetInt32());
        Close((1 + 4 + 0 + 9) / 4.0, Mean(result, "squared"));
        Close(14, Sum(result, "squared"));
        Close(6 / 4.0, Mean(result, "absolute"));
        Close((0.5 + 1.5 + 0 + 2.5) / 4, Mean(result, "huber"));

        // Residual = prediction − target: too high costs 0.1 a unit, too low 0.9.
        Close(((0.1 * 1) + (0.9 * 2) + 0 + (0.1 * 3)) / 4, Mean(result, "quantile:level=0.9"));
        Close((0.5 + 1.5 + 0 + 2.5) / 4, Mean(result, "epsilon-insensitive:epsilon=0.5"));
        Close(1.5, Metric(result, "mae"));
        Close(Math.Sqrt(3.5), Metric(result, "rmse"));
        Close(1.5, Metric(result, "median-absolute-error"));

        // Targets' mean 25.125; squares about it 213.890625, 26.265625, 23.765625, 221.265625.
        Close(1 - (14 / 485.1875), Metric(result, "r2"));
    }

    [Fact]
    public async Task Proportions_are_judged_by_their_cross_entropy()
    {
        // −t ln p − (1 − t) ln(1 − p), row by row.
        JsonElement result = await EvaluateAsync(
            "target,prediction\n0.5,0.4\n0.3,0.5\n0.25,0.9\n", "--task", "regression", "--losses", "binary-cross-entropy");

        double expected = -(0.5 * Math.Log(0.4 * 0.6)) - Math.Log(0.5) - (0.25 * Math.Log(0.9)) - (0.75 * Math.Log(0.1));
        Close(expected / 3, Mean(result, "binary-cross-entropy"));
    }

    [Fact]
    public async Task House_prices_have_the_mean_squared_error_of_the_worked_example()
    {
        // golden/worked_examples.json: MSE 95,000,000 of five house prices.
        JsonElement result = await EvaluateAsync(
            "target,prediction\n260000,250000\n315000,320000\n385000,370000\n400000,410000\n275000,280000\n",
            "--task", "regression", "--losses", "mse");

        Close(95_000_000, Mean(result, "squared"));
    }

    [Fact]
    public async Task Spam_probabilities_have_the_log_loss_of_the_worked_example()
    {
        // golden/worked_examples.json: 0.23356675154201256; a published text says 1.031, which is wrong.
        JsonElement result = await EvaluateAsync(
            "target,prediction\n1,0.8\n0,0.2\n1,0.6\n1,0.9\n0,0.1\n", "--losses", "log-loss");

        Close(0.23356675154201256, Mean(result, "binary-cross-entropy"));
        Close(0.23356675154201256, Metric(result, "log-loss"));
    }

    [Fact]
    public async Task Costs_of_a_miss_and_a_false_alarm_decide_and_judge()
    {
        // Costs 3 and 1: above 1/4 the positive is cheaper. Rows 1 and 3 are hit, row 2 is a false alarm, row 4 a miss:
        // (3/4 · 1 miss + 1/4 · 1 false alarm) / 4.
        const string Rows = "target,prediction\n1,0.3\n0,0.3\n1,0.9\n1,0.2\n";
        JsonElement result = await EvaluateAsync(Rows, "--costs", "3,1");

        Assert.Equal("decision-cost:threshold=0.25", result.GetProperty("metrics")[0].GetProperty("key").GetString());
        Close(0.25, Metric(result, "decision-cost:threshold=0.25"));
        Close(0.5, Metric(result, "accuracy"));
        Close(0.25, Metric(await EvaluateAsync(Rows, "--costs", "1:3"), "decision-cost:threshold=0.25"));
    }

    [Fact]
    public async Task Costs_of_too_little_and_too_much_judge_by_the_quantile_that_is_least_there()
    {
        // Level 3/4: 2 too low costs 0.75 · 2, 1 too high 0.25 · 1.
        JsonElement result = await EvaluateAsync("target,prediction\n10.5,8.5\n4,5\n", "--task", "regression", "--costs", "3,1");

        Close(((0.75 * 2) + (0.25 * 1)) / 2, result.GetProperty("metrics")[0].GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task Table_of_costs_decides_by_probabilities_and_judges()
    {
        // Row 1: a costs 0.3 · 10 + 0.1, b costs 0.6 + 0.1, c costs 0.6 + 3: b is taken for a, which costs 1. Row 2: c is right.
        const string Costs = "true,a,b,c\na,0,1,1\nb,10,0,10\nc,1,1,0\n";
        const string Rows = "target,p:a,p:b,p:c\na,0.6,0.3,0.1\nc,0,0,1\nb,0,1,0\n";
        Outcome outcome = await WithCostFileAsync(Rows, Costs, "--prediction", "p", "--json");
        Assert.True(outcome.Code == 0, outcome.Error);
        JsonElement result = outcome.Json;

        Assert.Equal("class-cost", result.GetProperty("metrics")[0].GetProperty("key").GetString());
        Close(1 / 3.0, Metric(result, "class-cost"));
        Close(2 / 3.0, Metric(result, "accuracy"));
    }

    [Fact]
    public async Task Loss_of_several_arrays_is_told_to_take_more_than_a_column()
    {
        const string Rows = "target,p:a,p:b,p:c\na,0.6,0.3,0.1\nc,0.1,0.1,0.8\nb,0.1,0.8,0.1\n";
        JsonElement result = await EvaluateAsync(Rows, "--prediction", "p", "--loss", "forward-correction,cross-entropy");

        Assert.Equal("takes more than a prediction and a target", Reason(result, "forward-correction"));
        Close(-(Math.Log(0.6) + (2 * Math.Log(0.8))) / 3, Mean(result, "cross-entropy"));
    }

    [Theory]
    [InlineData("true,a,b,c\na,0,1,1\nb,10,nothing,10\nc,1,1,0\n", "row 3, column 'b'", "'nothing' is no number")]
    [InlineData("true,a,b\na,0,1\nb,10,0\n", "costs.csv", "'c'")]
    public async Task Costs_that_cannot_be_read_are_refused_with_their_place(string file, string place, string what)
    {
        Outcome outcome = await WithCostFileAsync("target,prediction\na,a\nb,b\nc,a\n", file);

        Assert.Equal(ExitCode.BadData, outcome.Code);
        Assert.Contains(place, outcome.Error, StringComparison.Ordinal);
        Assert.Contains(what, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_costs_of_three_classes_are_refused_with_what_is_expected()
    {
        using Scratch scratch = new();
        string file = scratch.Write("predictions.csv", "target,prediction\na,a\nb,b\nc,a\n");
        Outcome outcome = await Invocation.RunAsync("evaluate", file, "--costs", "3,1");

        Assert.Equal(ExitCode.BadUsage, outcome.Code);
        Assert.Contains("Costs of several classes are a table", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_are_judged_through_the_logarithm_of_the_prediction()
    {
        JsonElement result = await EvaluateAsync(
            "target,prediction\n0,1\n2,2\n5,4\n", "--task", "counts", "--losses", "poisson,squared");

        // Poisson: ŷ − t · ln ŷ.
        Close((1 + (2 - (2 * Math.Log(2))) + (4 - (5 * Math.Log(4)))) / 3, Mean(result, "poisson"));
        Close(2 / 3.0, Mean(result, "squared"));
    }

    [Fact]
    public async Task Binary_probabilities_are_judged_as_logits_and_as_two_classes()
    {
        JsonElement result = await EvaluateAsync(
            "target,prediction\nyes,0.8\nno,0.4\nyes,0.3\nno,0.1\n", "--losses",
            "binary-cross-entropy,cross-entropy,hinge");

        double logLoss = -(Math.Log(0.8) + Math.Log(0.6) + Math.Log(0.3) + Math.Log(0.9)) / 4;
        Assert.Equal("probability", result.GetProperty("predictions").GetString());
        Close(logLoss, Mean(result, "binary-cross-entropy"));
        Close(logLoss, Mean(result, "cross-entropy"));
        Close(logLoss, Metric(result, "log-loss"));
        Close((0.04 + 0.16 + 0.49 + 0.01) / 4, Metric(result, "brier"));
        Close(0.75, Metric(result, "accuracy"));

        // Pairs of a positive and a negative: 0.8 beats both, 0.3 beats one of two.
        Close(0.75, Metric(result, "roc-auc"));
        Assert.Equal("needs scores, not probabilities", Reason(result, "hinge"));
    }

    [Fact]
    public async Task Binary_scores_are_margins_and_logits()
    {
        JsonElement result = await EvaluateAsync(
            "target,prediction\n1,2\n0,0.5\n1,-1\n", "--losses", "hinge,logistic,binary-cross-entropy");

        double logistic = (Math.Log(1 + Math.Exp(-2)) + Math.Log(1 + Math.Exp(0.5)) + Math.Log(1 + Math.Exp(1))) / 3;
        Assert.Equal("score", result.GetProperty("predictions").GetString());
        Close((0 + 1.5 + 2) / 3, Mean(result, "hinge"));
        Close(logistic, Mean(result, "logistic"));
        Close(logistic, Mean(result, "binary-cross-entropy"));
        Assert.Null(Find(result, "metrics", "log-loss"));
    }

    [Fact]
    public async Task Class_names_have_metrics_but_no_losses()
    {
        JsonElement result = await EvaluateAsync("target,prediction\na,a\nb,b\nc,a\na,a\n");

        Assert.Equal("class-name", result.GetProperty("predictions").GetString());
        Close(0.75, Metric(result, "accuracy"));
        Close(2 / 3.0, Metric(result, "balanced-accuracy"));
        Assert.Equal(0, result.GetProperty("losses").GetArrayLength());
        Assert.Equal("needs probabilities or scores, not class names", Reason(result, "cross-entropy"));
    }

    [Theory]
    [InlineData(":")]
    [InlineData("_")]
    public async Task Probabilities_of_each_class_are_judged_by_class_losses(string separator)
    {
        JsonElement result = await EvaluateAsync(
            $"target,prediction{separator}a,prediction{separator}b,prediction{separator}c\n"
                + "a,0.7,0.2,0.1\nb,0.3,0.4,0.3\nc,0.5,0.25,0.25\n",
            "--losses", "cross-entropy,multi-class-brier,categorical-hinge,focal:gamma=2");

        Assert.Equal("probability", result.GetProperty("predictions").GetString());
        double logLoss = -(Math.Log(0.7) + Math.Log(0.4) + Math.Log(0.25)) / 3;
        Close(logLoss, Mean(result, "cross-entropy"));
        Close(logLoss, Metric(result, "log-loss"));
        Close((0.14 + 0.54 + (0.25 + 0.0625 + 0.5625)) / 3, Mean(result, "multi-class-brier"));
        Close(
            -((0.09 * Math.Log(0.7)) + (0.36 * Math.Log(0.4)) + (0.5625 * Math.Log(0.25))) / 3,
            Mean(result, "focal"));
        Close(2 / 3.0, Metric(result, "accuracy"));
        Assert.Equal("needs scores, not probabilities", Reason(result, "categorical-hinge"));
    }

    [Fact]
    public async Task A_prediction_outside_a_domain_leaves_the_loss_out_with_the_row()
    {
        JsonElement numbers =
            await EvaluateAsync("target,prediction\n1.5,2\n3,-1\n4,4\n", "--losses", "squared,gamma,squared-log");

        Assert.Equal("needs a positive number; row 3 predicts -1", Reason(numbers, "gamma"));
        Assert.Contains("row 3 has -1", Reason(numbers, "squared-log"), StringComparison.Ordinal);
        Close(((0.25) + 16 + 0) / 3, Mean(numbers, "squared"));

        JsonElement certain =
            await EvaluateAsync("target,prediction\n1,1\n0,0.5\n", "--losses", "binary-cross-entropy");
        Assert.Equal(
            "needs a probability above 0 and below 1; row 2 predicts 1", Reason(certain, "binary-cross-entropy"));
    }

    [Fact]
    public async Task The_table_tells_metrics_losses_and_what_was_left_out()
    {
        using Scratch scratch = new();
        string file = scratch.Write("p.csv", "target,prediction", "1,2", "0,0.5", "1,-1");

        Outcome outcome = await Invocation.RunAsync(80, "", ["evaluate", file]);

        Assert.Equal(0, outcome.Code);
        Assert.StartsWith("3 rows, binary", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("\nhinge ", outcome.Out, StringComparison.Ordinal);
        Assert.All(outcome.Out.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public async Task Standard_input_is_data_too()
    {
        Outcome outcome = await Invocation.RunAsync(
            120,
            "target,prediction\n1.5,2\n2,2\n",
            ["evaluate", "-", "--task", "regression", "--metric", "mae", "--json"]);

        Close(0.25, Metric(outcome.Json, "mae"));
        Assert.Equal(1, outcome.Json.GetProperty("metrics").GetArrayLength());
    }

    [Theory]
    [InlineData("target,prediction\n1.5,2\n2.5,\n3.5,3\n", "row 3, column 'prediction': the prediction is missing")]
    [InlineData("target,prediction\n1.5,2\n2.5,much\n3.5,3\n", "row 3, column 'prediction': 'much' is not a number")]
    [InlineData("target,prediction\n1.5,2\n2.5,inf\n3.5,3\n", "row 3, column 'prediction': 'inf' is not a number")]
    [InlineData("target,prediction\na,a\nb,d\nc,c\n", "row 3, column 'prediction': 'd' is none of the classes")]
    [InlineData("target,predicted\n1.5,2\n2.5,3\n", "no column 'prediction'; nearest: 'predicted'")]
    [InlineData("wanted,prediction\n1.5,2\n2.5,3\n", "no column 'target'")]
    [InlineData("target,prediction_a,prediction_b\na,1,0\nb,0,1\nc,0,1\n", "no column 'prediction_c'")]
    public async Task A_prediction_that_cannot_be_used_is_refused_with_its_place(string csv, string message)
    {
        using Scratch scratch = new();

        string error = await Invocation.RefusedAsync(3, "evaluate", scratch.Write("bad.csv", csv));

        Assert.Contains("bad.csv", error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--metric", "roc-auc", "roc-auc does not judge a regression target")]
    [InlineData("--metric", "nonsense", "There is no metric 'nonsense'")]
    [InlineData("--loss", "nonsense", "No loss is called 'nonsense'")]
    [InlineData("--task", "nonsense", "There is no task 'nonsense'")]
    public async Task What_does_not_exist_is_refused(string option, string value, string message)
    {
        using Scratch scratch = new();
        string file = scratch.Write("p.csv", "target,prediction", "1.5,2", "2.5,3", "4,4");

        string error = await Invocation.RefusedAsync(2, "evaluate", file, option, value);

        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> EvaluateAsync(string csv, params string[] options)
    {
        using Scratch scratch = new();
        Outcome outcome =
            await Invocation.RunAsync(["evaluate", scratch.Write("predictions.csv", csv), "--json", .. options]);
        Assert.True(outcome.Code == 0, outcome.Error);
        return outcome.Json;
    }

    private static async Task<Outcome> WithCostFileAsync(string csv, string costs, params string[] options)
    {
        using Scratch scratch = new();
        string file = scratch.Write("predictions.csv", csv), table = scratch.Write("costs.csv", costs);
        return await Invocation.RunAsync(["evaluate", file, "--costs", table, .. options]);
    }

    private static JsonElement? Find(JsonElement result, string list, string key) =>
        result.GetProperty(list).EnumerateArray()
        .Where(entry => entry.GetProperty("key").GetString() == key).Cast<JsonElement?>().SingleOrDefault();

    private static double Mean(JsonElement result, string loss) =>
        Find(result, "losses", loss)!.Value.GetProperty("mean").GetDouble();

    private static double Sum(JsonElement result, string loss) =>
        Find(result, "losses", loss)!.Value.GetProperty("sum").GetDouble();

    private static double Metric(JsonElement result, string metric) =>
        Find(result, "metrics", metric)!.Value.GetProperty("value").GetDouble();

    private static string Reason(JsonElement result, string loss) =>
        Find(result, "notApplicable", loss)!.Value.GetProperty("reason").GetString()!;

    private static void Close(double expected, double actual) =>
        Assert.True(
            Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)),
            $"expected {expected}, got {actual}");

    [Fact]
    public async Task One_row_is_told_in_the_singular()
    {
        using Scratch scratch = new();
        Outcome outcome = await Invocation.RunAsync("evaluate", scratch.Write("one.csv", "target,prediction\n1.5,2\n"));
        Assert.StartsWith("1 row, regression (one number, which is no count)", outcome.Out, StringComparison.Ordinal);
    }
}

using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tests.Shared;
using Lossary.Training;

namespace Lossary.Conformance;

/// <summary>XGBoost's objectives: the leaf of one tree that does not split, and the metric at the margins.</summary>
internal static class XgboostObjectives
{
    private const double LeastCurvature = 1e-6;

    /// <summary>Each objective as this library has it.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Operations { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["reg:squarederror"] = c => Run(c, Library.Sample("half-squared"), i =>
                ErrorMetrics.RootMeanSquaredError(i.Predictions, i.Targets, i.Weights)),
            ["reg:pseudohubererror"] = c =>
                WithMeanLoss(c, Library.Sample("pseudo-huber", c.Argument("huber_slope", 1))),
            ["reg:gamma"] = c => Run(c, Library.Sample("gamma"), i =>
                Deviances.MeanGamma(Means(i), i.Targets, i.Weights)),
            ["reg:tweedie"] = c =>
                WithMeanLoss(c, Library.Sample("tweedie", c.Argument("tweedie_variance_power", 1.5))),
            ["count:poisson"] = Poisson,
            ["binary:logistic"] = Logistic,
            ["reg:squaredlogerror"] = SquaredLogError,
        };

    private static Results Run(GoldenCase golden, ISampleLoss loss, Func<SampleInputs, double> metric)
    {
        SampleInputs inputs = Inputs(golden);
        SampleProbe probe = new(loss, isSingle: false);
        return Leaves(probe.Evaluate(inputs, Reduction.Sum).Gradient, probe.Curvature(inputs))
            .Add("metric", metric(inputs));
    }

    /// <summary>An objective whose metric is its own mean.</summary>
    private static Results WithMeanLoss(GoldenCase golden, ISampleLoss loss) =>
        Run(golden, loss, inputs => MeanLoss(loss, inputs));

    /// <summary>
    /// XGBoost takes the curvature at margin + max_delta_step, clips the leaf to that step, and reports ln t! too.
    /// </summary>
    private static Results Poisson(GoldenCase golden)
    {
        double step = golden.Argument("max_delta_step", 0.7);
        SampleInputs inputs = Inputs(golden);
        ISampleLoss loss = Library.Sample("poisson");
        SampleProbe probe = new(loss, isSingle: false);
        SampleInputs ahead = inputs with { Predictions = [.. inputs.Predictions.Select(margin => margin + step)] };
        double factorials =
            inputs.Targets.Select((t, i) => RealFunctions.LogGamma(t + 1) * At(inputs.Weights, i)).Sum();
        double weights = inputs.Targets.Select((_, i) => At(inputs.Weights, i)).Sum();
        return Leaves(probe.Evaluate(inputs, Reduction.Sum).Gradient, probe.Curvature(ahead), step)
            .Add("metric", MeanLoss(loss, inputs) + (factorials / weights));
    }

    /// <summary>The weight of the positives counts in the tree, not in the metric.</summary>
    private static Results Logistic(GoldenCase golden)
    {
        double positive = golden.Argument("scale_pos_weight", 1);
        SampleInputs inputs = Inputs(golden);
        SampleInputs scaled = inputs with
        {
            Weights = [.. inputs.Targets.Select((t, i) => At(inputs.Weights, i) * (t == 1 ? positive : 1))],
        };
        ISampleLoss loss = Library.Sample("binary-cross-entropy");
        SampleProbe probe = new(loss, isSingle: false);
        return Leaves(probe.Evaluate(scaled, Reduction.Sum).Gradient, probe.Curvature(scaled))
            .Add("metric", MeanLoss(loss, inputs));
    }

    /// <summary>XGBoost's objective is half the loss, its curvature at least 1e-6.</summary>
    private static Results SquaredLogError(GoldenCase golden)
    {
        SampleInputs inputs = Inputs(golden);
        SampleProbe probe = new(Library.Sample("squared-log"), isSingle: false);
        SampleInputs plain = inputs with { Weights = [] };
        double[] gradient = [.. probe.Evaluate(inputs, Reduction.Sum).Gradient.Select(slope => slope / 2)];
        double[] curvature =
            [.. probe.Curvature(plain).Select((bend, i) => At(inputs.Weights, i) * Math.Max(bend / 2, LeastCurvature))];
        return Leaves(gradient, curvature).Add(
            "metric", Math.Sqrt(ErrorMetrics.MeanSquaredLogError(inputs.Predictions, inputs.Targets, inputs.Weights)));
    }

    private static Results Leaves(double[] gradient, double[] curvature, double limit = double.PositiveInfinity)
    {
        double step = -gradient.Sum(), bend = curvature.Sum();
        return new Results()
            .Add("leaf_lambda0", Math.Clamp(step / bend, -limit, limit))
            .Add("leaf_lambda1", Math.Clamp(step / (bend + 1), -limit, limit));
    }

    private static SampleInputs Inputs(GoldenCase golden) =>
        new(golden.Inputs["margin"].Data, golden.Inputs["label"].Data)
        {
            Weights = golden.Inputs.TryGetValue("weight", out GoldenTensor? weights) ? weights.Data : [],
        };

    private static double MeanLoss(ISampleLoss loss, SampleInputs inputs) =>
        new SampleProbe(loss, isSingle: false).Evaluate(inputs, Reduction.Mean).Totals.Mean;

    private static double[] Means(SampleInputs inputs) => [.. inputs.Predictions.Select(RealFunctions.Exp)];

    private static double At(double[] weights, int index) => weights.Length == 0 ? 1 : weights[index];
}

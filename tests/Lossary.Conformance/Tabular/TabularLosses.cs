using Lossary.Losses;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>
/// The losses of scikit-learn's boosting (value, gradient and curvature of each sample) and of SciPy.
/// </summary>
internal static class TabularLosses
{
    /// <summary>What a case says besides numbers.</summary>
    public static IReadOnlyCollection<string> Remarks { get; } = ["approx_hessian"];

    /// <summary>Each operation as this library has it.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Operations { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["half_squared_error"] = c => Boosting(c, "half-squared").Run(c),
            ["half_binomial"] = c => Boosting(c, "binary-cross-entropy").Run(c),
            ["half_poisson"] = c => Boosting(c, "poisson").Run(c),
            ["half_gamma"] = c => Boosting(c, "gamma").Run(c),
            ["half_tweedie"] = TweedieLosses.OfLogarithms,
            ["half_tweedie_identity"] = TweedieLosses.OfMeans,
            ["half_multinomial"] = Multinomial.Run,

            // Flat pieces have no curvature; boosting needs one, and takes 1 by convention.
            ["absolute_error"] = c => Boosting(c, "absolute").RunWithUnitCurvature(c),
            ["pinball"] = c => Boosting(c, "quantile", c.Argument("quantile", 0.5)).RunWithUnitCurvature(c),

            ["scipy_huber"] = c => Residual(c, Library.Sample("huber", c.Argument("delta", 1))),
            ["scipy_pseudo_huber"] = c => Residual(c, Library.Sample("pseudo-huber", c.Argument("delta", 1))),
            ["scipy_kl_div"] = c => Pair(c, Library.Sample("generalised-kullback-leibler"), "y", "x"),
            ["scipy_rel_entr"] = c => Pair(c, Library.Sample("reverse-kullback-leibler"), "x", "y"),
        };

    /// <summary>Raw predictions, targets and weights of a case.</summary>
    public static SampleInputs Inputs(GoldenCase golden) =>
        new(golden.Inputs["raw_prediction"].Data, golden.Inputs["y_true"].Data) { Weights = Weights(golden) };

    /// <summary>The samples' weights; empty where there are none.</summary>
    public static double[] Weights(GoldenCase golden) =>
        golden.Inputs.TryGetValue("sample_weight", out GoldenTensor? weights) ? weights.Data : [];

    private static BoostingLoss Boosting(GoldenCase golden, string key, params double[] parameters) =>
        new(Library.Sample(key, parameters), Inputs(golden));

    private static Results Residual(GoldenCase golden, ISampleLoss loss)
    {
        GoldenTensor residuals = golden.Inputs["r"];
        return ValuesOf(golden, loss, new(residuals.Data, new double[residuals.Data.Length]), residuals.Shape);
    }

    private static Results Pair(GoldenCase golden, ISampleLoss loss, string prediction, string target) => ValuesOf(
        golden, loss, new(golden.Inputs[prediction].Data, golden.Inputs[target].Data), golden.Inputs[prediction].Shape);

    private static Results ValuesOf(GoldenCase golden, ISampleLoss loss, SampleInputs inputs, int[] shape) =>
        new Results().Add(
            "value.none", shape, new SampleProbe(loss, golden.IsSingle).Evaluate(inputs, Reduction.Sum).Values);
}

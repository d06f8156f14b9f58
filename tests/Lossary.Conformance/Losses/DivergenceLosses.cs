using Lossary.Losses;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>
/// Divergences between distributions, which the corpus gives as probabilities, their logarithms or logits.
/// </summary>
internal static class DivergenceLosses
{
    /// <summary>
    /// PyTorch's <c>kl_div</c>: predicted log-probabilities against probabilities or log-probabilities.
    /// </summary>
    public static Results KullbackLeibler(GoldenCase golden)
    {
        bool isLog = golden.Argument("log_target", 0) != 0;
        SampleInputs inputs = TorchLosses.Inputs(golden);
        return new ElementLoss(Library.Sample(isLog ? "log-target-kullback-leibler" : "kullback-leibler"), inputs)
        {
            Constants = [.. inputs.Predictions.Zip(inputs.Targets, (z, t) => Undefined(z, t, isLog))],
            TargetSlopes = () => isLog
                ? TargetSlope.Of(new LogTargetKullbackLeiblerLoss(), inputs, golden.IsSingle)
                : TargetSlope.Of(new KullbackLeiblerLoss(), inputs, golden.IsSingle),
        }.Run(golden);
    }

    /// <summary>A divergence of whole vectors of probabilities, symmetric in its two.</summary>
    public static Results OfVectors(GoldenCase golden, ISampleLoss loss)
    {
        double[] p = golden.Inputs["p"].Data, q = golden.Inputs["q"].Data;
        SampleProbe probe = new(loss, golden.IsSingle);
        return LossResults.Of(golden, golden.Inputs["p"].Shape, Reduction.Mean, reduction =>
        {
            SampleOutcome found = probe.Evaluate(new(p, q), reduction), swapped = probe.Evaluate(new(q, p), reduction);
            return new(found.Values, Outcome.Reduce(found.Totals, reduction), new Dictionary<string, double[]>
            {
                ["p"] = found.Gradient,
                ["q"] = swapped.Gradient,
            });
        });
    }

    /// <summary>Σ (p − q)² / q: of q as the prediction and p as the target.</summary>
    public static Results ChiSquare(GoldenCase golden)
    {
        SampleInputs inputs = new(golden.Inputs["q"].Data, golden.Inputs["p"].Data);
        SampleProbe probe = new(Library.Sample("chi-square"), golden.IsSingle);
        return LossResults.Of(golden, golden.Inputs["p"].Shape, Reduction.Mean, reduction =>
        {
            SampleOutcome found = probe.Evaluate(inputs, reduction);
            double[] byTarget = TargetSlope.Of(new ChiSquareLoss(), inputs, golden.IsSingle);
            double denominator = reduction == Reduction.Sum ? 1 : found.Totals.Denominator;
            return new(found.Values, Outcome.Reduce(found.Totals, reduction), new Dictionary<string, double[]>
            {
                ["p"] = [.. byTarget.Select(slope => slope / denominator)],
                ["q"] = found.Gradient,
            });
        });
    }

    /// <summary>
    /// NaN where PyTorch multiplies 0 by −∞, else 0. The library takes the limit there, which is 0: a class that
    /// neither distribution has does not part them.
    /// </summary>
    private static double Undefined(double prediction, double target, bool isLog) =>
        isLog && double.IsNegativeInfinity(target) ? double.NaN
        : !isLog && target == 0 && double.IsNegativeInfinity(prediction) ? double.NaN
        : 0;
}

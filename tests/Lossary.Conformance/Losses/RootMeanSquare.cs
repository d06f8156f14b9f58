using Lossary.Losses;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>√(mean e²), from the squared loss: no sum over samples, and so no loss of its own.</summary>
internal static class RootMeanSquare
{
    /// <summary>The value and its gradient, half the squared loss's over the value.</summary>
    public static Results Run(GoldenCase golden)
    {
        SampleInputs inputs = TorchLosses.Inputs(golden);
        SampleProbe probe = new(Library.Sample("squared"), golden.IsSingle);
        SampleOutcome squared = probe.Evaluate(inputs, Reduction.Mean);
        double root = Math.Sqrt(squared.Totals.Mean);
        double[] gradient = [.. squared.Gradient.Select(slope => slope / (2 * root))];
        Outcome outcome = new([], root, new Dictionary<string, double[]> { ["input"] = gradient });
        Results results = new();
        LossResults.Add(results, golden, "scalar", outcome);
        LossResults.Add(results, golden, "mean", outcome);
        return results;
    }
}

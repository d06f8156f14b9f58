using Lossary.Losses;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>scikit-learn's loss of several classes: cross entropy, with the diagonal of its Hessian.</summary>
internal static class Multinomial
{
    /// <summary>
    /// Value, gradient, and p (1 − p), whose two factors are the size of the gradient and the rest to 1.
    /// </summary>
    public static Results Run(GoldenCase golden)
    {
        GoldenTensor scores = golden.Inputs["raw_prediction"], targets = golden.Inputs["y_true"];
        ClassInputs inputs = new(scores.Data, scores.Shape[1])
        {
            Targets = [.. targets.Data.Select(target => (int)target)],
            Weights = TabularLosses.Weights(golden),
        };
        ClassProbe probe = new(Library.OfClasses("cross-entropy", 0), golden.IsSingle);
        double[] unweighted = probe.Evaluate(inputs with { Weights = [] }, Reduction.Sum).Gradient;
        SampleOutcome found = probe.Evaluate(inputs, Reduction.Sum);
        return new Results()
            .Add("value.none", targets.Shape, found.Values)
            .Add("gradient", scores.Shape, found.Gradient)
            .Add("hessian", scores.Shape, [.. unweighted.Select((slope, i) =>
                WeightOf(i / inputs.Classes) * Math.Abs(slope) * (1 - Math.Abs(slope)))]);

        double WeightOf(int row) => inputs.Weights.Length == 0 ? 1 : inputs.Weights[row];
    }
}

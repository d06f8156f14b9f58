using Lossary.Losses;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>Binary cross entropy and focal loss, on logits and on probabilities.</summary>
internal static class BinaryLosses
{
    private const double LogFloor = -100;

    /// <summary>PyTorch keeps 1e-12 as a float, which shows in the tenth digit of a gradient.</summary>
    private const double DenominatorFloor = 1e-12f;

    /// <summary>PyTorch's <c>binary_cross_entropy</c>, with its floors.</summary>
    public static Results OnProbabilities(GoldenCase golden) => new ElementLoss(
        Library.Sample("binary-cross-entropy-on-probabilities", LogFloor, DenominatorFloor),
        TorchLosses.Inputs(golden)).Run(golden);

    /// <summary>
    /// PyTorch's <c>binary_cross_entropy_with_logits</c>; a positive weight for each class is one loss for each.
    /// </summary>
    public static Results OnLogits(GoldenCase golden)
    {
        SampleInputs inputs = TorchLosses.Inputs(golden);
        if (!golden.Inputs.TryGetValue("pos_weight", out GoldenTensor? positiveWeight))
        {
            return new ElementLoss(Library.Sample("binary-cross-entropy"), inputs)
            {
                TargetSlopes = () => TargetSlope.Of(new BinaryCrossEntropyLoss(), inputs, golden.IsSingle),
            }.Run(golden);
        }

        double[] positiveWeights = Broadcasting.Over(positiveWeight, golden.Inputs["input"].Shape);
        return LossResults.Of(golden, golden.Inputs["input"].Shape, Reduction.MeanOverCount, reduction =>
            Weighted(golden, inputs, positiveWeights, reduction));
    }

    /// <summary>Focal loss; without alpha both classes weigh 1.</summary>
    public static Results Focal(GoldenCase golden, string key, string prediction)
    {
        double alpha = golden.Argument("alpha", double.NaN), gamma = golden.Argument("gamma", 2);
        bool isBalanced = !double.IsNaN(alpha);
        ISampleLoss loss = Library.Sample(key, gamma, isBalanced ? alpha : 0.25, isBalanced ? 1 : 0);
        SampleInputs inputs = TorchLosses.Inputs(golden, prediction);
        return new ElementLoss(loss, inputs) { PredictionName = prediction }.Run(golden);
    }

    /// <summary>Each positive weight's elements, masked out of the others; their totals add.</summary>
    private static Outcome Weighted(
        GoldenCase golden, SampleInputs inputs, double[] positiveWeights, Reduction reduction)
    {
        double[] values = new double[positiveWeights.Length], gradient = new double[positiveWeights.Length];
        double[] targetGradient = new double[positiveWeights.Length];
        Totals totals = default;
        foreach (double positiveWeight in positiveWeights.Distinct())
        {
            SampleInputs own = inputs with { Mask = [.. positiveWeights.Select(weight => weight == positiveWeight)] };
            SampleProbe probe = new(Library.Sample("weighted-binary-cross-entropy", positiveWeight), golden.IsSingle);
            SampleOutcome found = probe.Evaluate(own, Reduction.Sum);
            WeightedBinaryCrossEntropyLoss formula = new(positiveWeight);
            double[] byTarget = TargetSlope.Of(formula, inputs, golden.IsSingle);
            foreach (int i in Enumerable.Range(0, own.Mask.Length).Where(i => own.Mask[i]))
            {
                values[i] = found.Values[i];
                gradient[i] = found.Gradient[i];
                targetGradient[i] = byTarget[i] * (inputs.Weights.Length == 0 ? 1 : inputs.Weights[i]);
            }

            totals += found.Totals;
        }

        double denominator = reduction == Reduction.Sum ? 1 : positiveWeights.Length;
        Dictionary<string, double[]> gradients = new()
        {
            ["input"] = [.. gradient.Select(slope => slope / denominator)],
            ["target"] = [.. targetGradient.Select(slope => slope / denominator)],
        };
        return new(values, Outcome.Reduce(totals with { Denominator = denominator }, reduction), gradients);
    }
}

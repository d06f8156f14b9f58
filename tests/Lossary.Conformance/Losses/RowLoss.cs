using Lossary.Losses;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>
/// An operation on rows of scores and classes, or distributions over the classes, as a loss of this library.
/// </summary>
/// <param name="loss">The loss.</param>
internal sealed class RowLoss(IClassLoss loss)
{
    /// <summary>What the operation calls the scores.</summary>
    public string ScoresName { get; init; } = "input";

    /// <summary>What the operation calls its mean.</summary>
    public Reduction Mean { get; init; } = Reduction.Mean;

    /// <summary>Whether a row's loss depends on its target's score alone.</summary>
    public bool ReadsTargetsOnly { get; init; }

    /// <summary>Values and gradients for every reduction.</summary>
    public Results Run(GoldenCase golden)
    {
        ScoreRows layout = new(golden.Inputs[ScoresName].Shape);
        ClassInputs inputs = Read(golden, layout);
        ClassProbe probe = new(loss, golden.IsSingle);
        return LossResults.Of(golden, layout.ValueShape, Mean, reduction =>
        {
            SampleOutcome found = probe.Evaluate(inputs, reduction);
            bool isUndefined = reduction == Reduction.Mean && found.Totals.IsEmpty;
            double[] gradient = isUndefined ? Undefined(inputs) : found.Gradient;
            Dictionary<string, double[]> gradients = new() { [ScoresName] = layout.FromRows(gradient) };
            if (inputs.Shares.Length > 0)
            {
                gradients["target"] = layout.FromRows(ByShares(golden, inputs, found.Totals.Denominator));
            }

            return new(found.Values, Outcome.Reduce(found.Totals, reduction), gradients);
        });
    }

    /// <summary>Targets of the scores' own rank are shares; of a lower one, class numbers.</summary>
    private ClassInputs Read(GoldenCase golden, ScoreRows layout)
    {
        GoldenTensor scores = golden.Inputs[ScoresName], target = golden.Inputs["target"];
        bool areShares = target.Shape.Length == scores.Shape.Length;
        return new(layout.ToRows(scores.Data), layout.Classes)
        {
            Targets = areShares ? [] : [.. target.Data.Select(number => (int)number)],
            Shares = areShares ? layout.ToRows(target.Data) : [],
            ClassWeights = golden.Inputs.TryGetValue("weight", out GoldenTensor? weight) ? weight.Data : [],
            IgnoredClass = (int)golden.Argument("ignore_index", -100),
        };
    }

    /// <summary>
    /// The gradient of a mean over rows that weigh nothing. The library states 0; the references divide 0 by 0 wherever
    /// a score counts, but not in rows that are left out.
    /// </summary>
    private double[] Undefined(ClassInputs inputs)
    {
        double[] gradient = new double[inputs.Scores.Length];
        for (int i = 0; i < gradient.Length; i++)
        {
            int target = inputs.Targets[i / inputs.Classes];
            bool counts = target != inputs.IgnoredClass && (!ReadsTargetsOnly || target == i % inputs.Classes);
            gradient[i] = counts ? double.NaN : 0;
        }

        return gradient;
    }

    /// <summary>
    /// The gradient by the shares: cross entropy is linear in them, so it is what each class would cost as the whole
    /// target, of which smoothing leaves 1 − ε.
    /// </summary>
    private static double[] ByShares(GoldenCase golden, ClassInputs inputs, double denominator)
    {
        ClassProbe plain = new(Library.OfClasses("cross-entropy", 0), golden.IsSingle);
        double[] gradient = new double[inputs.Scores.Length];
        int rows = gradient.Length / inputs.Classes;
        double kept = (1 - golden.Argument("label_smoothing", 0)) / denominator;
        for (int k = 0; k < inputs.Classes; k++)
        {
            int[] targets = [.. Enumerable.Repeat(k, rows)];
            double[] costs = plain.Evaluate(inputs with { Targets = targets, Shares = [] }, Reduction.Sum).Values;
            for (int row = 0; row < rows; row++)
            {
                gradient[(row * inputs.Classes) + k] = kept * costs[row];
            }
        }

        return gradient;
    }
}

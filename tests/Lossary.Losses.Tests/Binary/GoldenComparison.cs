using System.Numerics;
using Lossary.Tests.Shared;

namespace Lossary.Losses.Tests;

/// <summary>
/// Holds a loss against golden cases: every reduction's value, and its gradient, within the file's tolerance.
/// </summary>
internal static class GoldenComparison
{
    /// <summary>
    /// Checks all cases; PyTorch's weight is a factor of each loss, so its mean divides by the count.
    /// </summary>
    public static void Check(IEnumerable<GoldenCase> cases, Func<GoldenCase, ISampleLoss> loss, string input)
    {
        int checkedCases = 0;
        foreach (GoldenCase c in cases)
        {
            CheckColumn(c, loss(c), input, 0, 1);
            checkedCases++;
        }

        Assert.True(checkedCases > 0, "there was no case");
    }

    /// <summary>Checks every columns-th sample from a column on, whose loss has parameters of its own.</summary>
    public static void CheckColumn(GoldenCase c, ISampleLoss loss, string input, int column, int columns)
    {
        int length = c.Inputs[input].Data.Length;
        int[] which = [.. Enumerable.Range(0, length).Where(i => i % columns == column)];
        double[] weights = c.Inputs.TryGetValue("weight", out GoldenTensor? weight)
            ? [.. which.Select(i => weight.Data[i % weight.Data.Length])]
            : [];
        double[] inputs = Pick(c.Inputs[input].Data, which);
        double[] targets = Pick(c.Inputs["target"].Data, which);
        foreach ((string name, Dictionary<string, GoldenTensor> gradients) in c.Gradients)
        {
            Reduction reduction = name == "mean" ? Reduction.MeanOverCount : Reduction.Sum;
            Evaluated found = c.IsSingle
                ? Evaluate<float>(loss.Evaluate, inputs, targets, weights, reduction)
                : Evaluate<double>(loss.Evaluate, inputs, targets, weights, reduction);

            // The mean over one column is that over all, times the number of columns.
            double share = reduction == Reduction.Sum ? 1 : 1.0 / columns;
            double[] expected = Pick(gradients[input].Data, which);
            for (int i = 0; i < which.Length; i++)
            {
                // A gradient of a NaN is ours to make NaN; PyTorch's is 0 at an infinite logit, where 0 · ∞ stands.
                if (double.IsFinite(inputs[i]))
                {
                    Near(c, expected[i], share * found.Gradient[i], $"gradient of the {name}, [{which[i]}]");
                }
            }

            if (columns == 1 && !found.Totals.IsEmpty)
            {
                Near(c, c.Values[name].Scalar, found.Totals.Mean, name);
            }

            if (c.Values.TryGetValue("none", out GoldenTensor? each))
            {
                Each(c, Pick(each.Data, which), found.Values);
            }
        }
    }

    private static void Each(GoldenCase c, double[] expected, double[] found)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Near(c, expected[i], found[i], $"value [{i}]");
        }
    }

    private static void Near(GoldenCase c, double expected, double found, string what) =>
        Close.Claim(c.Tolerance.Allows(expected, found), $"{c}, {what}: expected {expected:R}, found {found:R}");

    private static double[] Pick(double[] all, int[] which) => [.. which.Select(i => all[i])];

    private delegate Totals Evaluation<T>(in LossBatch<T> batch) where T : unmanaged;

    private static Evaluated Evaluate<T>(
        Evaluation<T> loss, double[] inputs, double[] targets, double[] weights, Reduction reduction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] values = new T[inputs.Length];
        T[] gradient = new T[inputs.Length];
        Totals totals = loss(new LossBatch<T>
        {
            Predictions = Narrow<T>(inputs),
            Targets = Narrow<T>(targets),
            Weights = Narrow<T>(weights),
            Values = values,
            Gradient = gradient,
            Reduction = reduction,
        });
        return new(totals, [.. values.Select(double.CreateTruncating)], [.. gradient.Select(double.CreateTruncating)]);
    }

    private static T[] Narrow<T>(double[] numbers)
        where T : unmanaged, IFloatingPointIeee754<T> => [.. numbers.Select(T.CreateTruncating)];

    private sealed record Evaluated(Totals Totals, double[] Values, double[] Gradient);
}

using System.Text.Json;
using Lossary.Losses;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>Evaluates a loss for every reduction that the corpus knows.</summary>
internal static class LossResults
{
    private static readonly string[] Reductions = ["sum", "mean", "batchmean"];

    /// <summary>Values and gradients of a case.</summary>
    /// <param name="golden">The case.</param>
    /// <param name="shape">The shape of the unreduced values.</param>
    /// <param name="mean">What the operation calls its mean.</param>
    /// <param name="evaluate">Evaluates the loss for a reduction.</param>
    public static Results Of(GoldenCase golden, int[] shape, Reduction mean, Func<Reduction, Outcome> evaluate)
    {
        Results results = new();
        string[] asked = golden.TryArgument("reduction", out JsonElement word) ? [word.GetString()!] : [];
        foreach (string name in Reductions.Union(asked))
        {
            Outcome outcome = evaluate(Parse(name, mean));
            results.Add("value.none", shape, Round(golden, outcome.Values));
            Add(results, golden, name, outcome);
            if (name == "sum")
            {
                Add(results, golden, "scalar", outcome);
            }
        }

        return results;
    }

    /// <summary>Adds a reduced value and its gradients.</summary>
    public static void Add(Results results, GoldenCase golden, string reduction, Outcome outcome)
    {
        results.Add($"value.{reduction}", Round(golden, [outcome.Reduced])[0]);
        foreach ((string input, double[] gradient) in outcome.Gradients)
        {
            results.Add($"grad.{reduction}.{input}", golden.Inputs[input].Shape, Round(golden, gradient));
        }
    }

    /// <summary>
    /// A word that no reduction has becomes a value that no reduction has: the library is to refuse it.
    /// </summary>
    private static Reduction Parse(string name, Reduction mean) => name switch
    {
        "none" or "sum" => Reduction.Sum,
        "mean" => mean,
        "batchmean" => Reduction.MeanOverRows,
        _ => (Reduction)int.MaxValue,
    };

    /// <summary>Sums are doubles also of floats; a float reference overflows where a float does.</summary>
    private static double[] Round(GoldenCase golden, double[] numbers) =>
        golden.IsSingle ? [.. numbers.Select(x => (double)(float)x)] : numbers;
}

using Lossary.Numerics;

namespace Lossary.Conformance;

/// <summary>Probabilities of logits, for losses that the library takes of probabilities.</summary>
internal static class Softmax
{
    /// <summary>Each row's probabilities.</summary>
    /// <param name="logits">Shape [n, classes].</param>
    /// <param name="classes">The length of a row.</param>
    public static double[] OfRows(double[] logits, int classes) =>
        [.. logits.Chunk(classes).SelectMany(row =>
        {
            double largest = row.Max();
            double[] powers = [.. row.Select(z => RealFunctions.Exp(z - largest))];
            double sum = powers.Sum();
            return powers.Select(power => power / sum);
        })];

    /// <summary>From the gradient by the probabilities to that by the logits.</summary>
    public static double[] Backward(double[] probabilities, double[] gradient, int classes) =>
        [.. probabilities.Chunk(classes).Zip(gradient.Chunk(classes)).SelectMany(row =>
        {
            double mean = row.First.Zip(row.Second, (p, g) => p * g).Sum();
            return row.First.Zip(row.Second, (p, g) => p * (g - mean));
        })];
}

using Lossary.Losses;

namespace Lossary.Conformance;

/// <summary>What a loss makes of a case for one reduction.</summary>
/// <param name="Values">The loss of each sample or row, unreduced.</param>
/// <param name="Reduced">The sum or the mean.</param>
/// <param name="Gradients">The gradient of that number by each input, flat, in the input's own order.</param>
internal sealed record Outcome(double[] Values, double Reduced, IReadOnlyDictionary<string, double[]> Gradients)
{
    /// <summary>The number that a reduction makes of totals.</summary>
    /// <remarks>
    /// The library states 0 for the mean of nothing; the references divide 0 by 0, and so the corpus has NaN.
    /// </remarks>
    public static double Reduce(Totals totals, Reduction reduction) =>
        reduction == Reduction.Sum ? totals.Sum : totals.IsEmpty ? double.NaN : totals.Mean;
}

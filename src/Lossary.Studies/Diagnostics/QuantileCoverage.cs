using Lossary.Training;

namespace Lossary.Studies;

/// <summary>How many targets lie at or below the quantiles that a loss's networks predict.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Levels">What was asked for, rising.</param>
/// <param name="Shares">
/// What came true on rows that the networks had not seen, [levels]: the levels themselves where right.
/// </param>
public sealed record QuantileCoverage(LossOutcome Loss, IReadOnlyList<double> Levels, IReadOnlyList<double> Shares)
{
    /// <summary>
    /// Of each loss of a comparison that predicted quantiles; none where it predicted something else.
    /// </summary>
    /// <param name="result">The comparison.</param>
    public static IReadOnlyList<QuantileCoverage> Of(ComparisonResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Options.Quantiles.Count == 0
            ? []
            : [.. result.Outcomes.Where(loss => loss.Failure is null).Select(loss => Of(result, loss))];
    }

    /// <summary>Over each row once: its quantiles in the first repeat.</summary>
    private static QuantileCoverage Of(ComparisonResult result, LossOutcome loss)
    {
        double[] levels = [.. result.Options.Quantiles];
        double[] sums = new double[levels.Length];
        double total = 0;
        foreach (FoldPredictions fold in FoldPredictions.Of(result, loss).Where(fold => fold.Fold.Repeat == 0))
        {
            int[] rows = [.. Enumerable.Range(0, fold.Fold.Test.Length)];
            Predictions quantiles = fold.Take(result.Target, rows, hasProbabilities: false);
            double[] shares =
                QuantileMetrics.SharesBelow(quantiles.Values, quantiles.Targets, levels, quantiles.Weights);
            double weight = quantiles.Weights.IsEmpty ? rows.Length : quantiles.Weights.ToArray().Sum();
            total += weight;
            for (int k = 0; k < sums.Length; k++)
            {
                sums[k] += weight * shares[k];
            }
        }

        return new(loss, levels, Array.ConvertAll(sums, sum => sum / total));
    }
}

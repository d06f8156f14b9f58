namespace Lossary.Studies;

/// <summary>From the losses' scores in each fold to what can be said of them.</summary>
internal static class VerdictRule
{
    /// <summary>Compares every loss with the best one and names those that chance could have put behind it.</summary>
    /// <param name="outcomes">All losses; what is known of their gaps is written into them.</param>
    /// <param name="metric">The index of the deciding metric.</param>
    /// <param name="higherIsBetter">Whether more of it is better.</param>
    /// <param name="testShare">Rows of a test fold divided by rows of its training part.</param>
    /// <param name="significance">From this adjusted p-value on a gap counts as chance.</param>
    public static Verdict Judge(
        IReadOnlyList<LossOutcome> outcomes, int metric, bool higherIsBetter, double testShare, double significance)
    {
        double sign = higherIsBetter ? -1 : 1;
        LossOutcome[] judged =
        [
            .. outcomes
                .Where(o => o.Failure is null && o.Scores[metric] is not null)
                .OrderBy(o => sign * o.Scores[metric]!.Value.Mean)
                .ThenBy(o => o.Simplicity),
        ];
        if (judged.Length == 0)
        {
            return new(VerdictKind.NothingToJudge, null, [], null, null, 0, 1);
        }

        CompareWithBest(judged, metric, testShare, significance);
        LossOutcome best = judged[0];
        LossOutcome[] tied = [.. judged.Where(o => o.IsTied)];
        LossOutcome take = tied.MinBy(o => o.Simplicity)!;
        LossOutcome? against = judged.Where(o => !o.IsTied).MinBy(o => o.Simplicity);
        VerdictKind kind = tied.Length == judged.Length && judged.Length > 1 ? VerdictKind.NoDifference
            : tied.Length > 1 ? VerdictKind.SharedLead
            : VerdictKind.Winner;
        double gap = against is null ? 0 : RelativeGap(take, against, metric);
        return new(kind, best, tied, take, against, gap, against?.PAgainstBest ?? 1);
    }

    private static void CompareWithBest(LossOutcome[] judged, int metric, double testShare, double significance)
    {
        LossOutcome best = judged[0];
        best.IsTied = true;
        ResampledDifference[] differences =
            [.. judged.Skip(1).Select(o => ResampledDifference.Of(Differences(o, best, metric), testShare))];
        double[] adjusted = Holm.Adjust([.. differences.Select(d => d.PValue)]);
        for (int i = 0; i < adjusted.Length; i++)
        {
            LossOutcome other = judged[i + 1];
            other.FromBest = differences[i];
            other.PAgainstBest = adjusted[i];
            other.IsTied = adjusted[i] > significance;
        }
    }

    private static double[] Differences(LossOutcome loss, LossOutcome best, int metric) =>
        [.. loss.Folds.Zip(best.Folds, (a, b) => a.Scores[metric]!.Value - b.Scores[metric]!.Value)];

    private static double RelativeGap(LossOutcome loss, LossOutcome against, int metric)
    {
        double other = against.Scores[metric]!.Value.Mean;
        return other == 0 ? 0 : Math.Abs((loss.Scores[metric]!.Value.Mean - other) / other);
    }
}

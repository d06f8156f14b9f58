namespace Lossary.Studies;

/// <summary>From the losses' scores in each fold to what can be said of them.</summary>
internal static class VerdictRule
{
    /// <summary>Compares every loss with the best one and names those that chance could have put behind it.</summary>
    /// <param name="outcomes">All losses; what is known of their gaps is written into them.</param>
    /// <param name="metric">The index of the deciding metric.</param>
    /// <param name="higherIsBetter">Whether more of it is better.</param>
    /// <param name="testShare">Rows of a test fold divided by rows of its training part.</param>
    /// <param name="significance">Above this adjusted p-value a gap counts as chance.</param>
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

        double[,] pValues = Compare(judged, metric, testShare, significance);
        LossOutcome best = judged[0];
        LossOutcome[] tied = [.. judged.Where(o => o.IsTied)];
        LossOutcome? against = judged.Where(o => !o.IsTied).MinBy(o => o.Simplicity);
        double PValueOf(LossOutcome loss) =>
            against is null ? 1 : pValues[Array.IndexOf(judged, loss), Array.IndexOf(judged, against)];

        // The best is always among them, so there is one; another that ties with it need not be ahead of anything.
        LossOutcome take = tied.Where(o => against is null || PValueOf(o) <= significance).MinBy(o => o.Simplicity)!;
        VerdictKind kind = judged.Length == 1 ? VerdictKind.OnlyOne
            : tied.Length == judged.Length ? VerdictKind.NoDifference
            : tied.Length > 1 ? VerdictKind.SharedLead
            : VerdictKind.Winner;
        double gap = against is null ? 0 : RelativeGap(take, against, metric);
        return new(kind, best, tied, take, against, gap, PValueOf(take));
    }

    /// <summary>
    /// The p-values of all pairs, adjusted over all pairs: which loss is the best is known only from the same scores, so
    /// tests against it alone would find gaps between equal losses twice as often as they should.
    /// </summary>
    private static double[,] Compare(LossOutcome[] judged, int metric, double testShare, double significance)
    {
        int count = judged.Length;
        (int One, int Other)[] pairs =
            [.. Enumerable.Range(0, count).SelectMany(i => Enumerable.Range(0, i).Select(j => (i, j)))];
        ResampledDifference[] differences =
        [
            .. pairs.Select(pair =>
                ResampledDifference.Of(Differences(judged[pair.One], judged[pair.Other], metric), testShare)),
        ];
        double[] adjusted = Holm.Adjust([.. differences.Select(d => d.PValue)]);
        double[,] pValues = new double[count, count];
        judged[0].IsTied = true;
        for (int pair = 0; pair < pairs.Length; pair++)
        {
            (int one, int other) = pairs[pair];
            pValues[one, other] = pValues[other, one] = adjusted[pair];
            if (other == 0)
            {
                judged[one].FromBest = differences[pair];
                judged[one].PAgainstBest = adjusted[pair];
                judged[one].IsTied = adjusted[pair] > significance;
            }
        }

        return pValues;
    }

    private static double[] Differences(LossOutcome loss, LossOutcome best, int metric) =>
        [.. loss.Folds.Zip(best.Folds, (a, b) => a.Scores[metric]!.Value - b.Scores[metric]!.Value)];

    private static double RelativeGap(LossOutcome loss, LossOutcome against, int metric)
    {
        double other = against.Scores[metric]!.Value.Mean;
        return other == 0 ? 0 : Math.Abs((loss.Scores[metric]!.Value.Mean - other) / other);
    }
}

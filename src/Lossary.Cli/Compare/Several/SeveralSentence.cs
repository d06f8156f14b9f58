using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>The answer of several comparisons in one sentence.</summary>
internal static class SeveralSentence
{
    private const int MostNamed = 3;

    public static string Of(SeveralComparisons several)
    {
        string take = LossLabel.Inside(several.Take.Objective);
        string sets = $"{VerdictSentence.Count(several.Results.Count)} data sets";
        return several.Kind switch
        {
            VerdictKind.Winner => $"{LossLabel.Of(several.Take.Objective)} ranks best on {several.Metric.Title} over "
                + $"{sets}: mean rank {Rank(several.Take)} of {several.Losses.Count}, and no other is near it "
                + $"({Friedman(several)}).",
            VerdictKind.SharedLead => $"{Names(several)} rank best on {several.Metric.Title} over {sets} with no real "
                + $"difference between them ({Friedman(several)}); take {take}, the simplest.",
            _ => $"No real difference between these {VerdictSentence.Count(several.Losses.Count)} losses on "
                + $"{several.Metric.Title} over {sets} ({Friedman(several)}); take {take}, the simplest.",
        };
    }

    /// <summary>How sure that is.</summary>
    public static string Method(SeveralComparisons several) =>
        $"Losses are ranked by {several.Metric.Title} within each data set (1 is best), whatever its size. Friedman's "
        + $"test by "
        + "permutation tells whether mean ranks differ at all, Nemenyi's critical difference which: two differ if "
        + "they are "
        + $"{Quantity.Significant(several.CriticalDifference)} or more apart "
        + $"({Quantity.Percent(several.Significance)} level).";

    /// <summary>What so few data sets cannot show; null where they are not few.</summary>
    public static string? Caution(SeveralComparisons several)
    {
        const int Enough = 6;
        int needed = several.Results.Count;
        while (NemenyiTest.CriticalDifference(several.Losses.Count, needed, several.Significance) > several.Losses.Count
            - 1)
        {
            needed++;
        }

        return needed > several.Results.Count
            ? $"With {several.Losses.Count} losses no two can be told apart on fewer than {needed} data sets, "
                + "however clear they are."
            : several.Results.Count < Enough
            ? "So few data sets show only the clearest differences."
            : null;
    }

    public static string Rank(RankedLoss loss) => Quantity.Significant(loss.MeanRank);

    private static string Friedman(SeveralComparisons several) => Quantity.PValue(several.Friedman.PValue);

    private static string Names(SeveralComparisons several) => several.Tied.Count > MostNamed
        ? $"{several.Tied.Count} losses"
        : (string.Join(", ", several.Tied.SkipLast(1).Select(loss => LossLabel.Inside(loss.Objective)))
            + " and " + LossLabel.Inside(several.Tied[^1].Objective)).Capitalised();
}

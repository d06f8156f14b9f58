using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>How large the gap of a verdict is, and how sure.</summary>
internal static class VerdictEvidence
{
    /// <summary><c>p = 0.003</c>, or <c>98 % sure of more than 1 %</c>.</summary>
    public static string Of(ComparisonResult result) =>
        result.Verdict is { Test: VerdictTest.Bayes, Odds: BetterOrWorse odds }
        ? $"{Sure(odds.Better)} of more than {Least(result)}"
        : Quantity.PValue(result.Verdict.PValue);

    /// <summary>
    /// The gap and its 95 % interval, relative to the other loss's score: <c>6.1 % (4.0 to 8.2 %)</c>.
    /// </summary>
    public static string Size(ComparisonResult result)
    {
        if (result.Verdict.Effect is not { Relative: var relative } effect || !double.IsFinite(relative))
        {
            return Quantity.Percent(result.Verdict.Gap);
        }

        double sign = Math.Sign(relative);
        double[] ends = [.. ((double[])[sign * effect.RelativeLow, sign * effect.RelativeHigh]).Order()];
        return $"{Quantity.Percent(Math.Abs(relative))} "
            + $"({Quantity.Percent(ends[0]).Replace(" %", "", StringComparison.Ordinal)} "
            + $"to {Quantity.Percent(ends[1])})";
    }

    /// <summary>What the differences are tested with, to the end of the sentence.</summary>
    public static string Method(ComparisonResult result) => result.Options.Test == VerdictTest.Bayes
        ? $"the Bayesian correlated t-test: a gap is real if it is more than {Least(result)} with a probability of at "
            + $"least "
            + $"{Quantity.Percent(1 - result.Options.Significance)}, for each pair by itself."
        : "the corrected resampled t-test, adjusted over all pairs of losses by Holm's procedure.";

    /// <summary>That losses differ by less than the region of practical equivalence.</summary>
    public static string Region(ComparisonResult result) =>
        $"within {Least(result)} with a probability of at least {Quantity.Percent(1 - result.Options.Significance)}";

    private static string Sure(double probability) =>
        (probability > 0.995 ? "> 99 %" : Quantity.Percent(probability)) + " sure";

    private static string Least(ComparisonResult result) =>
        PracticalEquivalence.For(result.Metric, result.Options.Rope).IsRelative
        ? Quantity.Percent(result.Options.Rope)
        : $"{Quantity.Significant(100 * result.Options.Rope)} points of a hundred";
}

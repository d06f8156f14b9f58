using Lossary.Losses;
using Lossary.Reports;
using Lossary.Studies;
using Lossary.Training;
using Verdict = Lossary.Studies.Verdict;

namespace Lossary.Cli;

/// <summary>The answer in one sentence.</summary>
internal static class VerdictSentence
{
    /// <summary>What the signs before the losses of a table mean.</summary>
    public const string Marks = "* to be taken   = cannot be told apart from the best";

    /// <summary>More losses than this are counted, not named: the table names them.</summary>
    private const int MostNamed = 3;

    public static string Of(ComparisonResult result)
    {
        Verdict verdict = result.Verdict;
        return verdict.Kind switch
        {
            VerdictKind.NothingToJudge => "No loss can be judged: see the reason beside each.",
            VerdictKind.NoDifference => NoDifference(result),
            VerdictKind.SharedLead => SharedLead(result),
            VerdictKind.OnlyOne =>
                $"{LossLabel.Of(verdict.Take!.Objective)} scores {Score(result, verdict.Take)} on "
                + $"{result.Metric.Title}; "
                + (result.Outcomes.Count > 1
                    ? "no other loss can be judged: see the reason beside each."
                    : "there is no other loss to hold it against."),
            _ => $"{LossLabel.Of(verdict.Take!.Objective)} is best on {result.Metric.Title}: "
                + $"{Score(result, verdict.Take)}, {Gap(result)} {LossLabel.Inside(verdict.Against!.Objective)}; the "
                + $"gap is real ({VerdictEvidence.Of(result)}).",
        };
    }

    /// <summary>How sure that is, in one sentence.</summary>
    public static string Method(ComparisonResult result)
    {
        ComparisonOptions options = result.Options;
        string folds =
            options.Repeats == 1 ? $"{options.Folds} folds" : $"{options.Folds} folds × {options.Repeats} repeats";
        return $"{folds}, the same for every loss; differences are paired within folds and tested with "
            + VerdictEvidence.Method(result);
    }

    /// <summary>What lengths among the losses' parameters are measured in; null where there are none.</summary>
    public static string? Unit(ComparisonResult result)
    {
        bool hasLengths = result.Outcomes.Any(outcome => outcome.Loss.Card.Parameters.Count > 0
            && LossCatalogue.EntryOf(outcome.Loss).Family == LossFamily.Distance);
        return result.Target.IsClass || !hasLengths
            ? null
            : "Lengths such as delta are in units of the target's spread, here "
                + $"{Quantity.Format(TargetScale.SpreadOf(result.Target.Values))} (quartile distance / 1.349).";
    }

    private static string NoDifference(ComparisonResult result)
    {
        Verdict verdict = result.Verdict;
        string count = Count(verdict.Tied.Count);
        return verdict.IsEquivalent
            ? $"These {count} losses are practically the same on {result.Metric.Title} ({Range(result)}, "
                + $"{VerdictEvidence.Region(result)}); take {LossLabel.Inside(verdict.Take!.Objective)}, "
                + $"{Simplest(verdict)}."
            : $"No real difference between these {count} losses on {result.Metric.Title} "
                + $"({Range(result)}); take {LossLabel.Inside(verdict.Take!.Objective)}, {Simplest(verdict)}.";
    }

    private static string Simplest(Verdict verdict) =>
        verdict.IsMadeForBounds ? "the simplest that knows of bounds" : "the simplest";

    private static string SharedLead(ComparisonResult result)
    {
        Verdict verdict = result.Verdict;
        string names = verdict.Tied.Count > MostNamed
            ? $"{Count(verdict.Tied.Count)} losses".Capitalised()
            : Joined([.. verdict.Tied.Select(tied => LossLabel.Inside(tied.Objective))]).Capitalised();
        string simplest = $"{Simplest(verdict)} {(verdict.IsMadeForBounds ? "and" : "that")} is ahead of the rest";
        return $"{names} lead on {result.Metric.Title} ({Range(result)}) with no real difference between them; take "
            + $"{LossLabel.Inside(verdict.Take!.Objective)}, {simplest}: "
            + $"{Gap(result)} {LossLabel.Inside(verdict.Against!.Objective)}, "
            + $"and that gap is real ({VerdictEvidence.Of(result)}).";
    }

    private static string Gap(ComparisonResult result)
    {
        string side = result.Metric.HigherIsBetter ? "above" : "below";
        return $"{VerdictEvidence.Size(result)} {side}";
    }

    private static string Range(ComparisonResult result)
    {
        double[] means = [.. result.Verdict.Tied.Select(tied => tied.Scores[0]!.Value.Mean)];
        return Quantity.Interval(means.Min(), means.Max());
    }

    private static string Score(ComparisonResult result, LossOutcome outcome) =>
        result.Metric.Unit == MetricUnit.Share
            ? Quantity.Percent(outcome.Scores[0]!.Value.Mean)
            : Quantity.Format(outcome.Scores[0]!.Value.Mean);

    private static string Joined(string[] names) => names.Length == 1
        ? names[0]
        : string.Join(", ", names[..^1]) + " and " + names[^1];

    /// <summary>A small count as a word.</summary>
    public static string Count(int count) => count switch
    {
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        8 => "eight",
        9 => "nine",
        10 => "ten",
        _ => Quantity.Count(count),
    };
}

using System.Globalization;
using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>A column of the table of a comparison.</summary>
/// <param name="Header">One to three lines.</param>
/// <param name="Cells">A text for each loss, in the result's order.</param>
/// <param name="Rank">How gladly it is given up where room is short: the highest first, 0 never.</param>
internal sealed record ComparisonColumn(string Header, IReadOnlyList<string> Cells, int Rank)
{
    /// <summary>Blanks between columns.</summary>
    public const int Gap = 2;

    /// <summary>A header's words go on in a further line from here on.</summary>
    private const int HeaderWidth = 9;

    /// <summary>Whether it is read downwards, digit below digit.</summary>
    public bool IsNumeric { get; init; } = true;

    private int Width => Cells.Concat(Header.Split('\n')).Max(text => text.Length);

    public static IReadOnlyList<ComparisonColumn> Of(ComparisonResult result)
    {
        IReadOnlyList<LossOutcome> outcomes = result.Outcomes;
        return
        [
            new("loss", Names(result), 0) { IsNumeric = false },
            new(Wrapped(result.Metric.Title), Means(outcomes, 0), 0),
            new("95 %\ninterval", Intervals(outcomes), 4),
            new("behind\nbest", [.. outcomes.Select(Behind)], 3),
            result.Options.Test == VerdictTest.Bayes
                ? new("P(worse)", [.. outcomes.Select(outcome => Worse(result, outcome))], 1)
                : new("p", [.. outcomes.Select(outcome => PValue(result, outcome))], 1),
            .. result.Metrics.Skip(1).Select(
                (metric, i) => new ComparisonColumn(Wrapped(metric.Title), Means(outcomes, i + 1), 5 + (2 * i))),
            new("learning\nrate", [.. outcomes.Select(outcome => Numbers.Short(outcome.LearningRate))], 7),
            new("time", [.. outcomes.Select(outcome => Quantity.Duration(TimeSpan.FromSeconds(outcome.Seconds)))], 5),
        ];
    }

    /// <summary>The columns without those for which there is no room.</summary>
    public static IReadOnlyList<ComparisonColumn> ThatFit(IReadOnlyList<ComparisonColumn> columns, int width)
    {
        List<ComparisonColumn> kept = [.. columns];
        while (WidthOf(kept) > width && kept.MaxBy(column => column.Rank) is { Rank: > 0 } least)
        {
            kept.Remove(least);
        }

        return kept;
    }

    private static int WidthOf(List<ComparisonColumn> columns) => columns.Sum(column => column.Width + Gap) - Gap;

    private static string[] Names(ComparisonResult result) =>
        [.. result.Outcomes.Select(outcome => Mark(result, outcome) + outcome.Name)];

    private static string Mark(ComparisonResult result, LossOutcome outcome) =>
        outcome == result.Verdict.Take ? "* " : outcome.IsTied ? "= " : "  ";

    private static string PValue(ComparisonResult result, LossOutcome outcome) => outcome switch
    {
        { Failure: not null } => "failed",
        { PAgainstBest: double p } => Quantity.PValue(p).Replace("p = ", "", StringComparison.Ordinal)
            .Replace("p ", "", StringComparison.Ordinal),
        _ => result.Outcomes.Count > 1 ? "best" : "",
    };

    /// <summary>The size of the difference, as a share of the best's score.</summary>
    private static string Behind(LossOutcome outcome) =>
        outcome.EffectAgainstBest is { Relative: var relative } && double.IsFinite(relative)
            ? Quantity.Percent(Math.Abs(relative))
            : "";

    private static string Worse(ComparisonResult result, LossOutcome outcome) =>
        outcome.OddsAgainstBest is BetterOrWorse odds
            ? odds.Worse.ToString("0.00", CultureInfo.InvariantCulture)
            : PValue(result, outcome);

    private static IReadOnlyList<string> Means(IReadOnlyList<LossOutcome> outcomes, int metric)
    {
        IReadOnlyList<string> texts =
            Quantity.FormatColumn([.. outcomes.Select(o => o.Scores[metric]?.Mean ?? double.NaN)]);
        return [.. texts.Select((text, i) => outcomes[i].Scores[metric] is null ? "-" : text)];
    }

    private static IReadOnlyList<string> Intervals(IReadOnlyList<LossOutcome> outcomes)
    {
        double[] ends =
        [
            .. outcomes.SelectMany(o => (double[])[o.Scores[0]?.Low ?? double.NaN, o.Scores[0]?.High ?? double.NaN]),
        ];
        IReadOnlyList<string> texts = Quantity.FormatColumn(ends);
        string dash = ends.Any(end => end < 0) ? " to " : "–";
        return
        [
            .. outcomes.Select((o, i) => o.Scores[0] is null ? "" : $"{Bare(texts[2 * i])}{dash}{texts[(2 * i) + 1]}"),
        ];
    }

    /// <summary>Without the prefix, which the interval's other end has.</summary>
    private static string Bare(string number) => number.Split(' ')[0];

    private static string Wrapped(string title)
    {
        string header = "";
        int length = 0;
        foreach (string word in title.Split(' '))
        {
            bool isNewLine = length > 0 && length + 1 + word.Length > HeaderWidth;
            header += length == 0 ? word : (isNewLine ? "\n" : " ") + word;
            length = isNewLine || length == 0 ? word.Length : length + 1 + word.Length;
        }

        return header;
    }
}

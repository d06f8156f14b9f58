using System.Globalization;
using Lossary.Reports;
using Lossary.Studies;
using Lossary.Training;
using Table = Lossary.Reports.Table;

namespace Lossary.Cli;

/// <summary>The losses by the deciding metric, and by all others.</summary>
internal static class Leaderboard
{
    /// <summary>Why two columns may seem to contradict each other.</summary>
    private const string Contradiction = " The p-value pays for every pair of losses that is compared, these "
        + "probabilities look at one pair alone: a loss may be worse at 1 · 1 · 98 and still be tied, likely behind "
        + "but not proven so.";

    public static Section Section(ComparisonView view)
    {
        List<Block> blocks = [Ranking(view)];
        if (view.Result.Metrics.Count > 1 && view.Result.Outcomes.Count > 1)
        {
            blocks.Add(new Section("Trained with one, measured by another", [Matrix(view)]));
        }

        return new("Leaderboard", blocks);
    }

    private static Table Ranking(ComparisonView view)
    {
        ComparisonResult result = view.Result;
        IReadOnlyList<string> means = Means(result, 0);
        TableColumn[] columns =
        [
            TableColumn.Words("Loss"),
            Heading(result.Metric),
            TableColumn.Numbers("Behind the best"),
            TableColumn.Numbers("p, adjusted"),
            TableColumn.Numbers("Better · same\u00A0·\u00A0worse"),
            TableColumn.Numbers("Epochs to best"),
            TableColumn.Numbers("Learning rate"),
            TableColumn.Numbers("Time"),
        ];
        IEnumerable<TableRow> rows = result.Outcomes.Select((outcome, i) => new TableRow(
        [
            new TableCell(ComparisonView.NameOf(outcome)) { Note = Tuned(outcome) },
            Score(result, outcome, means[i]),
            Gap(result, outcome),
            Standing(outcome),
            Odds(outcome),
            BestEpoch(outcome),
            Quantity.Significant(outcome.LearningRate, 1),
            new TableCell(Quantity.Duration(TimeSpan.FromSeconds(outcome.Seconds))) { Note = PerEpoch(outcome) },
        ])
        {
            IsHighlighted = view.IsTaken(outcome),
            Style = view.StyleOf(outcome),
        });
        string caption =
            $"{result.Metric.Title.Capitalised()} decides: mean over the test folds with its 95 % interval. "
            + "Behind the best: mean paired difference and its interval. Better · same · worse: probabilities in "
            + "percent, by "
            + $"the Bayesian test, against the best; the same is within {Region(result)}."
            + (result.Outcomes.Count(outcome => outcome.Failure is null) > 2 ? Contradiction : "");
        return new(columns, [.. rows], caption);
    }

    private static Table Matrix(ComparisonView view)
    {
        ComparisonResult result = view.Result;
        TableColumn[] columns = [TableColumn.Words("Trained with"), .. result.Metrics.Select(Heading)];
        IReadOnlyList<string>[] texts = [.. result.Metrics.Select((_, metric) => Means(result, metric))];
        double[][] heat = [.. result.Metrics.Select((_, metric) => Heat(result, metric))];
        int[] judged = [.. Enumerable.Range(0, result.Outcomes.Count).Where(i => result.Outcomes[i].Failure is null)];
        IEnumerable<TableRow> rows = judged.Select(row =>
        {
            LossOutcome outcome = result.Outcomes[row];
            IEnumerable<TableCell> cells = result.Metrics.Select((_, metric) => outcome.Scores[metric] is null
                ? new TableCell("–")
                : new TableCell(texts[metric][row]) { Heat = heat[metric][row], IsBest = heat[metric][row] == 1 });
            return new TableRow([ComparisonView.NameOf(outcome), .. cells]) { Style = view.StyleOf(outcome) };
        });
        return new(
            columns,
            [.. rows],
            "The stronger the colour, the better the rank within the column; bold is the best of it; arrows say which "
                + "way is better."
            + (judged.All(row => result.Outcomes[row].Scores.All(score => score is not null)) ? ""
                : result.Target.IsClass ? " A dash: the loss gives no probabilities."
                : " A dash: a prediction is outside the metric's domain."));
    }

    private static TableColumn Heading(Metric metric) =>
        TableColumn.Numbers(metric.Title.Capitalised() + (metric.HigherIsBetter ? "\u00A0↑" : "\u00A0↓"));

    private static TableCell Score(ComparisonResult result, LossOutcome outcome, string text) =>
        outcome.Failure is null && outcome.Scores[0] is ScoreInterval score
            ? new TableCell(text)
            {
                Note = Quantity.Interval(score.Low, score.High),
                IsBest = outcome == result.Verdict.Best,
            }
            : "–";

    private static TableCell Gap(ComparisonResult result, LossOutcome outcome)
    {
        if (outcome.FromBest is not ResampledDifference difference)
        {
            return outcome == result.Verdict.Best ? "best" : "–";
        }

        double sign = result.Metric.HigherIsBetter ? -1 : 1;
        double[] ends = [.. ((double[])[sign * difference.Low, sign * difference.High]).Order()];
        double scale = Math.Abs(result.Verdict.Best?.Scores[0]?.Mean ?? 0);
        return scale > 0
            ? new TableCell(Quantity.Percent(sign * difference.Mean / scale))
            {
                Note = $"{End(ends[0] / scale)} to {End(ends[1] / scale)}",
            }
            : new TableCell(Quantity.Format(sign * difference.Mean)) { Note = Quantity.Interval(ends[0], ends[1], 2) };
    }

    /// <summary>An end of an interval: a number, where a difference alone may be "less than".</summary>
    private static string End(double share) => Math.Abs(share) < 0.0005 ? "0.0 %" : Quantity.Percent(share);

    private static string Region(ComparisonResult result) =>
        PracticalEquivalence.For(result.Metric, result.Options.Rope).IsRelative
            ? Quantity.Percent(result.Options.Rope)
            : result.Options.Rope.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Standing(LossOutcome outcome) => outcome switch
    {
        { Failure: not null } => "not judged",
        { PAgainstBest: double p } => Quantity.PValue(p).Replace("p = ", "", StringComparison.Ordinal)
            .Replace("p ", "", StringComparison.Ordinal) + (outcome.IsTied ? ", tied" : ""),
        _ => "",
    };

    /// <summary>The probabilities of the Bayesian test, in percent.</summary>
    private static string Odds(LossOutcome outcome) => outcome is { Failure: null, OddsAgainstBest: BetterOrWorse odds }
        ? string.Join(" · ", ((double[])[odds.Better, odds.Equivalent, odds.Worse]).Select(Whole))
        : "";

    private static string Whole(double probability) => Quantity.Count((long)Math.Round(100 * probability));

    private static string BestEpoch(LossOutcome outcome)
    {
        int[] epochs = [.. outcome.Folds.Where(fold => fold.Failure is null).Select(fold => fold.BestEpoch).Order()];
        return epochs.Length == 0 ? "–" : Quantity.Count(epochs[epochs.Length / 2]);
    }

    /// <summary>The parameters that tuning chose most often, where it chose any.</summary>
    private static string? Tuned(LossOutcome outcome)
    {
        string trained = outcome.Folds.GroupBy(fold => fold.Trained)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).First().Key;
        return trained.Length == 0 || trained == outcome.Name ? null
            : $"most often {LossLabel.Chosen(outcome.Objective, trained)}";
    }

    private static string? PerEpoch(LossOutcome outcome)
    {
        double[] seconds = [.. outcome.Folds.Select(fold => fold.SecondsPerEpoch).Where(time => time > 0).Order()];
        return seconds.Length == 0
            ? null
            : Quantity.Duration(TimeSpan.FromSeconds(seconds[seconds.Length / 2])) + " an epoch";
    }

    private static IReadOnlyList<string> Means(ComparisonResult result, int metric) =>
        Quantity.FormatColumn([.. result.Outcomes.Select(outcome => outcome.Scores[metric]?.Mean ?? double.NaN)]);

    /// <summary>
    /// 1 for the best of the column, falling by rank to 0 for the last; equal scores are equally dark.
    /// </summary>
    private static double[] Heat(ComparisonResult result, int metric)
    {
        double sign = result.Metrics[metric].HigherIsBetter ? -1 : 1;
        double[] scores =
        [
            .. result.Outcomes.Select(outcome =>
                outcome.Failure is null && outcome.Scores[metric] is ScoreInterval score
                ? sign * score.Mean
                : double.NaN),
        ];
        int judged = scores.Count(double.IsFinite);
        return [.. scores.Select(score =>
            judged < 2 ? 1 : 1 - ((double)scores.Count(other => other < score) / (judged - 1)))];
    }
}

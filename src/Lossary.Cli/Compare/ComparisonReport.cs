using Lossary.Data;
using Lossary.Reports;
using Lossary.Studies;
using StudyVerdict = Lossary.Studies.Verdict;
using Table = Lossary.Reports.Table;
using Verdict = Lossary.Reports.Verdict;

namespace Lossary.Cli;

/// <summary>A comparison as a page: the answer, what it rests on, how it was got, and how to get it again.</summary>
internal static class ComparisonReport
{
    public static ReportDocument Of(ComparisonResult result, RunDescription run)
    {
        LossColours colours = new(result.Outcomes.Select(outcome => outcome.Name));
        return new($"Which loss for {result.Target.Name}?")
        {
            Subtitle = $"{result.Table.Name}: {Quantity.Count(result.Target.Count)} rows, {result.Width} features, "
                + $"{TaskNames.NameOf(result.Target.Task)}",
            Lead = Lead(result),
            Sections =
            [
                new("Leaderboard", [Leaderboard(result, colours)]),
                new("Every fold", [ComparisonFigures.Folds(result, colours)]),
                .. ComparisonFigures.Predictions(result, colours),
                new("Learning curves", [ComparisonFigures.Curves(result, colours)]),
                .. ComparisonFigures.Shapes(result, colours),
                .. Failures(result),
                ComparisonMethod.Section(result),
                .. Findings(result),
                new("Again", [new Paragraph("The same command gives the same numbers, to the bit."), new CodeBlock(run.Command), Configuration(run)]),
            ],
            Footer = $"Lossary {run.Version}, seed {run.Options.Seed}, {run.Machine.System}, {run.Machine.Runtime}, "
                + $"{Quantity.Duration(TimeSpan.FromSeconds(result.Seconds))} on {run.Options.Threads} threads",
        };
    }

    private static Verdict Lead(ComparisonResult result)
    {
        StudyVerdict verdict = result.Verdict;
        return new(VerdictSentence.Of(result))
        {
            Detail = VerdictSentence.Method(result),
            Tone = verdict.Kind switch
            {
                VerdictKind.Winner => VerdictTone.Clear,
                VerdictKind.SharedLead => VerdictTone.Clear,
                VerdictKind.NothingToJudge => VerdictTone.Caution,
                _ => VerdictTone.Tie,
            },
            Figures = verdict.Take is null ? [] : [.. KeyFigures(result, verdict.Take)],
        };
    }

    private static IEnumerable<KeyFigure> KeyFigures(ComparisonResult result, LossOutcome take)
    {
        for (int i = 0; i < Math.Min(4, result.Metrics.Count); i++)
        {
            if (take.Scores[i] is ScoreInterval score)
            {
                yield return new(
                    result.Metrics[i].Title, Quantity.Format(score.Mean), Quantity.Interval(score.Low, score.High));
            }
        }
    }

    private static Table Leaderboard(ComparisonResult result, LossColours colours)
    {
        TableColumn[] columns =
        [
            TableColumn.Words("Loss"),
            Heading(result.Metric),
            TableColumn.Numbers("p against best"),
            .. result.Metrics.Skip(1).Select(Heading),
            TableColumn.Numbers("Learning rate"),
            TableColumn.Numbers("Time"),
        ];
        IReadOnlyList<string>[] texts = [.. result.Metrics.Select((_, metric) => Quantity.FormatColumn(
            [.. result.Outcomes.Select(outcome => outcome.Scores[metric]?.Mean ?? double.NaN)]))];
        TableRow[] rows =
        [
            .. result.Outcomes.Select((outcome, row) => new TableRow(
            [
                LossLabel.Of(outcome.Objective),
                Cell(result, outcome, 0, texts[0][row]),
                Standing(outcome),
                .. Enumerable.Range(1, texts.Length - 1).Select(metric => Cell(result, outcome, metric, texts[metric][row])),
                Quantity.Significant(outcome.LearningRate),
                Quantity.Duration(TimeSpan.FromSeconds(outcome.Seconds)),
            ])
            {
                IsHighlighted = outcome == result.Verdict.Take,
                Style = colours[outcome.Name],
            }),
        ];
        return new(columns, rows, $"Mean over the test folds and its 95 % interval; {result.Metric.Title} decides.");
    }

    private static TableColumn Heading(Lossary.Training.Metric metric) =>
        TableColumn.Numbers(metric.Title + (metric.HigherIsBetter ? " ↑" : " ↓"));

    private static string Standing(LossOutcome outcome) => outcome switch
    {
        { Failure: not null } => "not judged",
        { PAgainstBest: double p } => Quantity.PValue(p) + (outcome.IsTied ? ", tied" : ""),
        _ => "best",
    };

    private static TableCell Cell(ComparisonResult result, LossOutcome outcome, int metric, string text)
    {
        if (outcome.Scores[metric] is not ScoreInterval score)
        {
            return "–";
        }

        double[] means = [.. result.Outcomes.Where(o => o.Failure is null).Select(o => o.Scores[metric]?.Mean).OfType<double>()];
        double best = means.Length == 0 ? double.NaN : result.Metrics[metric].HigherIsBetter ? means.Max() : means.Min();
        return new TableCell(text)
        {
            Note = metric == 0 ? Quantity.Interval(score.Low, score.High) : null,
            IsBest = score.Mean == best,
        };
    }

    private static IEnumerable<Section> Failures(ComparisonResult result)
    {
        Block[] notices =
        [
            .. result.Outcomes.Where(outcome => outcome.Failure is not null)
                .Select(outcome => new Notice($"{LossLabel.Of(outcome.Objective)} {outcome.Failure}")),
        ];
        return notices.Length == 0 ? [] : [new Section("Not judged", notices)];
    }

    private static IEnumerable<Section> Findings(ComparisonResult result) => result.Findings.Count == 0
        ? []
        : [new Section("What the data showed", [new BulletList([.. result.Findings.Select(finding => finding.ToString())])])];

    private static SettingList Configuration(RunDescription run) => new(
    [
        new("Data", $"{run.Data.Name}, SHA-256 {run.Data.Sha256}"),
        new("Target", run.Data.Target),
        new("Task", $"{run.Task}: {run.TaskReason}"),
        new("Losses", string.Join(", ", run.Losses)),
        new("Network", "perceptron, hidden layers " + string.Join("-", run.Options.Hidden)),
        new("Folds", $"{run.Options.Folds} × {run.Options.Repeats}"),
        new("Epochs", $"at most {run.Options.Epochs}, patience {run.Options.Patience}"),
        new("Learning rates", string.Join(", ", run.Options.LearningRates.Select(rate => Quantity.Significant(rate)))),
        new("Batch", $"{run.Options.BatchSize} rows"),
        new("Seed", $"{run.Options.Seed}"),
    ]);
}

using Lossary.Data;
using Lossary.Reports;
using Lossary.Studies;
using Table = Lossary.Reports.Table;

namespace Lossary.Cli;

/// <summary>How good predictions of classes are, row by row.</summary>
internal static class ClassFigures
{
    /// <summary>More classes than this make no legible matrix.</summary>
    private const int MostClasses = 40;

    private const int Bins = 10;
    private const int FewestInBin = 5;
    private static readonly string[] ProbabilityMetrics = ["ece", "brier", "log-loss"];

    public static IEnumerable<Section> Sections(ComparisonView view)
    {
        if (view.Result.Verdict.Take is not LossOutcome take)
        {
            yield break;
        }

        if (view.Result.Target.Task == TaskKind.Binary)
        {
            yield return new("Finding the positives", [Ranking(view)]);
        }

        if (Reliability(view) is Figure reliability)
        {
            yield return new("Calibration", [reliability, .. CalibrationTable(view)]);
        }

        if (Confusion(view, take) is Figure confusion)
        {
            yield return new("Which classes are mistaken", [confusion]);
        }
    }

    private static FigureGroup Ranking(ComparisonView view)
    {
        double[] grid = [.. Enumerable.Range(0, 101).Select(i => i / 100.0)];
        OutOfFold[] rows = [.. view.Shown.Select(outcome => OutOfFold.Of(view.Result, outcome))];
        string positive = view.Result.Target.ClassNames[1];
        double share = rows[0].Targets.DefaultIfEmpty(0).Average();
        LineSeries Roc(int i) => view.Line(
            view.Shown[i], grid, RankingCurves.Found(rows[i].Responses, rows[i].Targets, grid));
        LineSeries Precision(int i) => view.Line(
            view.Shown[i], grid[1..], RankingCurves.Precision(rows[i].Responses, rows[i].Targets, grid[1..]));
        Axis Share(string label) => new(label) { Minimum = 0, Maximum = 1 };
        int[] order = [.. Enumerable.Range(0, rows.Length).Reverse()];
        return new(
        [
            new Figure(
                new LinePlot("ROC", Share("false alarms among the others"), Share($"found of ‘{positive}’"), [.. order.Select(Roc)])
                {
                    Reference = ReferenceLine.Diagonal,
                    ShowsNames = false,
                },
                "Up and to the left is better; the diagonal is chance."),
            new Figure(
                new LinePlot("Precision and recall", Share($"found of ‘{positive}’"), Share("right among the alarms"), [.. order.Select(Precision)])
                {
                    ShowsNames = false,
                },
                $"Up and to the right is better; chance is {Quantity.Percent(share)}, the share of ‘{positive}’."),
        ])
        {
            Key = view.KeyOf(view.Shown),
        };
    }

    /// <summary>Predicted probability against what happened: of the positive class, or of the class that is predicted.</summary>
    private static Figure? Reliability(ComparisonView view)
    {
        LossOutcome[] shown = [.. view.Shown.Where(OutOfFold.HasProbabilities)];
        if (shown.Length == 0)
        {
            return null;
        }

        bool isBinary = view.Result.Target.Task == TaskKind.Binary;
        LineSeries[] series = [.. shown.Reverse().Select(outcome => Curve(view, outcome))];
        string what = isBinary
            ? $"Test rows in ten bins of the predicted probability of ‘{view.Result.Target.ClassNames[1]}’."
            : "Test rows in ten bins of the probability of the class that was predicted.";
        return new(
            LinePlot.Reliability("Predicted probability and what happened", series),
            $"{what} On the line, probabilities are right; below it, they are too high. "
            + $"Bins of fewer than {FewestInBin} rows are left out.");
    }

    private static LineSeries Curve(ComparisonView view, LossOutcome outcome)
    {
        OutOfFold rows = OutOfFold.Of(view.Result, outcome);
        (double Predicted, double Observed)[] bins =
        [
            .. Confidences(view.Result.Target, rows)
                .GroupBy(pair => Math.Min(Bins - 1, (int)(pair.Probability * Bins)))
                .Where(bin => bin.Count() >= FewestInBin)
                .OrderBy(bin => bin.Key)
                .Select(bin => (bin.Average(pair => pair.Probability), bin.Average(pair => pair.Hit))),
        ];
        return view.Line(outcome, [.. bins.Select(bin => bin.Predicted)], [.. bins.Select(bin => bin.Observed)]);
    }

    private static IEnumerable<(double Probability, double Hit)> Confidences(Target target, OutOfFold rows)
    {
        int classes = target.ClassNames.Count;
        for (int i = 0; i < rows.Targets.Length; i++)
        {
            if (classes == 2)
            {
                yield return (rows.Responses[i], rows.Targets[i]);
                continue;
            }

            int predicted = Largest(rows.Responses.AsSpan(i * classes, classes));
            yield return (rows.Responses[(i * classes) + predicted], predicted == (int)rows.Targets[i] ? 1 : 0);
        }
    }

    /// <summary>The scores of probabilities with their intervals.</summary>
    private static IEnumerable<Block> CalibrationTable(ComparisonView view)
    {
        ComparisonResult result = view.Result;
        int[] metrics =
        [
            .. Enumerable.Range(0, result.Metrics.Count).Where(i => ProbabilityMetrics.Contains(result.Metrics[i].Key)),
        ];
        LossOutcome[] judged =
            [.. result.Outcomes.Where(outcome => outcome.Failure is null && OutOfFold.HasProbabilities(outcome))];
        if (metrics.Length == 0)
        {
            yield break;
        }

        yield return new Table(
            [
                TableColumn.Words("Loss"),
                .. metrics.Select(i => TableColumn.Numbers(result.Metrics[i].Title.Capitalised() + " ↓")),
            ],
            [
                .. judged.Select(outcome => new TableRow(
                    [ComparisonView.NameOf(outcome), .. metrics.Select(i => Score(outcome.Scores[i]))])
                {
                    Style = view.StyleOf(outcome),
                    IsHighlighted = view.IsTaken(outcome),
                }),
            ],
            "How good the probabilities are: mean over the test folds and its 95 % interval.");
    }

    private static TableCell Score(ScoreInterval? score) => score is ScoreInterval known
        ? new TableCell(Quantity.Format(known.Mean)) { Note = Quantity.Interval(known.Low, known.High) }
        : "–";

    private static Figure? Confusion(ComparisonView view, LossOutcome take)
    {
        Target target = view.Result.Target;
        int classes = target.ClassNames.Count;
        if (classes > MostClasses)
        {
            return null;
        }

        OutOfFold rows = OutOfFold.Of(view.Result, take);
        double[,] counts = new double[classes, classes];
        for (int i = 0; i < rows.Targets.Length; i++)
        {
            int predicted = classes > 2
                ? Largest(rows.Responses.AsSpan(i * classes, classes))
                : rows.Responses[i] > (OutOfFold.HasProbabilities(take) ? 0.5 : 0) ? 1 : 0;
            counts[(int)rows.Targets[i], predicted]++;
        }

        return new(
            new MatrixPlot($"{ComparisonView.NameOf(take)}: true and predicted class", target.ClassNames, counts)
            {
                Style = view.StyleOf(take),
            },
            "Each row is a true class; the coloured diagonal is right, grey is mistaken. At the right, the share found."
            + (classes == 2 ? " The threshold is ½, or 0 for scores." : ""));
    }

    private static int Largest(ReadOnlySpan<double> values)
    {
        int largest = 0;
        for (int i = 1; i < values.Length; i++)
        {
            largest = values[i] > values[largest] ? i : largest;
        }

        return largest;
    }
}

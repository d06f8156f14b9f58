using Lossary.Data;
using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>How good predictions of classes are, row by row.</summary>
internal static class ClassFigures
{
    /// <summary>More classes than this make no legible matrix.</summary>
    private const int MostClasses = 40;


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

        foreach (Section calibration in CalibrationFigures.Sections(view))
        {
            yield return calibration;
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
                new LinePlot(
                    "ROC",
                    Share("false alarms among the others"),
                    Share($"found of ‘{positive}’"),
                    [.. order.Select(Roc)])
                {
                    Reference = ReferenceLine.Diagonal,
                    ShowsNames = false,
                },
                "Up and to the left is better; the diagonal is chance."),
            new Figure(
                new LinePlot(
                    "Precision and recall",
                    Share($"found of ‘{positive}’"),
                    Share("right among the alarms"),
                    [.. order.Select(Precision)])
                {
                    ShowsNames = false,
                },
                $"Up and to the right is better; chance is {Quantity.Percent(share)}, the share of ‘{positive}’."),
        ])
        {
            Key = view.KeyOf(view.Shown),
        };
    }

    private static Figure? Confusion(ComparisonView view, LossOutcome take)
    {
        Target target = view.Result.Target;
        int classes = target.ClassNames.Count;
        if (classes > MostClasses)
        {
            return null;
        }

        OutOfFold rows = OutOfFold.Of(view.Result, take);
        double threshold = OutOfFold.HasProbabilities(take) ? view.Result.Options.ThresholdOf(take.Objective) : 0;
        double[,] counts = new double[classes, classes];
        for (int i = 0; i < rows.Targets.Length; i++)
        {
            int predicted = classes > 2
                ? Largest(rows.Responses.AsSpan(i * classes, classes))
                : rows.Responses[i] > threshold ? 1 : 0;
            counts[(int)rows.Targets[i], predicted]++;
        }

        return new(
            new MatrixPlot($"{ComparisonView.NameOf(take)}: true and predicted class", target.ClassNames, counts)
            {
                Style = view.StyleOf(take),
            },
            "Each row is a true class; the coloured diagonal is right, grey is mistaken. At the right, the share found."
            + (classes == 2 ? $" The threshold is "
            + $"{(threshold == 0.5 ? "½" : Quantity.Significant(threshold, 3))}." : ""));
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

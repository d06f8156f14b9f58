using Lossary.Data;
using Lossary.Reports;
using Lossary.Studies;
using Table = Lossary.Reports.Table;

namespace Lossary.Cli;

/// <summary>Whether stated probabilities come true as often as they say.</summary>
internal static class CalibrationFigures
{
    public static IEnumerable<Section> Sections(ComparisonView view)
    {
        IReadOnlyList<LossCalibration> all = view.Result.Diagnostics.Calibration;
        LossCalibration[] shown = [.. all.Where(one => view.Shown.Contains(one.Loss))];
        if (shown.Length > 0)
        {
            yield return new("Calibration", [Reliability(view, shown), Errors(view, all)]);
        }
    }

    private static Figure Reliability(ComparisonView view, LossCalibration[] shown)
    {
        string what = view.Result.Target.Task == TaskKind.Binary
            ? $"the predicted probability of ‘{view.Result.Target.ClassNames[1]}’"
            : "the probability of the class that was predicted";
        LossCalibration? banded = shown.FirstOrDefault(one => view.IsTaken(one.Loss));
        return new(
            LinePlot.Reliability(
                "Predicted probability and what happened", [.. shown.Reverse().Select(one => Line(view, one))]),
            $"Test rows in bins of equally many, by {what}. On the line, probabilities are right; below it, they are "
                + $"too high."
            + (banded is null ? "" : $" The band is the 95 % interval of {LossLabel.Inside(banded.Loss.Objective)}."));
    }

    private static LineSeries Line(ComparisonView view, LossCalibration one)
    {
        IReadOnlyList<ReliabilityBin> bins = one.Calibration.Bins;
        LineSeries line = view.Line(
            one.Loss, [.. bins.Select(bin => bin.Predicted)], [.. bins.Select(bin => bin.Observed)]);
        return !view.IsTaken(one.Loss)
            ? line
            : line with { Lower = [.. bins.Select(bin => bin.Low)], Upper = [.. bins.Select(bin => bin.High)] };
    }

    private static Table Errors(ComparisonView view, IReadOnlyList<LossCalibration> all) => new(
        [
            TableColumn.Words("Loss"),
            TableColumn.Numbers("Calibration error"),
            TableColumn.Numbers("Without chance, 95 % interval"),
            TableColumn.Numbers("Chance alone"),
            TableColumn.Words("Verdict"),
        ],
        [
            .. all.Select(one => new TableRow(
            [
                ComparisonView.NameOf(one.Loss),
                Quantity.Percent(one.Calibration.Error),
                $"{Quantity.Percent(one.Calibration.Low)} to {Quantity.Percent(one.Calibration.High)}",
                "up to " + Quantity.Percent(one.Calibration.ByChance),
                one.Calibration.IsMiscalibrated ? "miscalibrated" : "no more than chance",
            ])
            {
                IsHighlighted = view.IsTaken(one.Loss),
                Style = view.StyleOf(one.Loss),
            }),
        ],
        "Expected calibration error: the mean gap between stated probability and observed share. Even perfect "
        + "probabilities show some on finite data, the more the fewer the rows: this is of all test rows at once, the "
        + "table above the mean of the folds, each of fewer. “Chance alone” is what 95 % of them would stay below.");
}

using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>How big the gaps are, before how sure they are.</summary>
internal static class GapFigure
{
    public static Section Section(ComparisonView view)
    {
        List<Block> blocks = [];
        if (Gaps(view) is Figure gaps)
        {
            blocks.Add(gaps);
        }

        blocks.Add(Folds(view));
        return new("How big the gaps are", blocks);
    }

    /// <summary>
    /// How much worse than the best a loss is, as a share of the best's score; null where there is none.
    /// </summary>
    public static double? Penalty(ComparisonResult result, LossOutcome outcome)
    {
        double best = Math.Abs(result.Verdict.Best?.Scores[0]?.Mean ?? 0);
        double sign = result.Metric.HigherIsBetter ? -1 : 1;
        return outcome.FromBest is ResampledDifference difference && best > 0 ? sign * difference.Mean / best : null;
    }

    private static Figure? Gaps(ComparisonView view)
    {
        ComparisonResult result = view.Result;
        LossOutcome? best = result.Verdict.Best;
        if (best is null || !(Math.Abs(best.Scores[0]!.Value.Mean) > 0))
        {
            return null;
        }

        DotRow[] rows =
        [
            .. result.Outcomes.Where(outcome => outcome.FromBest is not null).Select(
                outcome => Row(view, best, outcome)),
        ];
        string name = LossLabel.Inside(best.Objective);
        string title = result.Metric.Title;
        return rows.Length == 0 ? null : new(
            new DotPlot("Gap to the best, fold by fold", new Axis($"worse than {name} (%)"), rows)
            {
                Reference = 0,
            },
            $"Each dot is one fold: the loss's {title} against that of {name} on the same rows, in percent of the "
            + "latter's mean. The bar is the mean gap's 95 % interval, corrected for shared training rows; one that "
            + "reaches 0 may be chance. "
            + "Right of 0 is worse.");
    }

    private static DotRow Row(ComparisonView view, LossOutcome best, LossOutcome outcome)
    {
        ComparisonResult result = view.Result;
        double scale = 100 * (result.Metric.HigherIsBetter ? -1 : 1) / Math.Abs(best.Scores[0]!.Value.Mean);
        ResampledDifference difference = outcome.FromBest!.Value;
        IEnumerable<double> folds = outcome.Folds.Zip(best.Folds, (a, b) =>
            scale * ((a.Scores[0] ?? double.NaN) - (b.Scores[0] ?? double.NaN)));
        return new(ComparisonView.NameOf(outcome), [.. folds], view.StyleOf(outcome))
        {
            Mean = scale * difference.Mean,
            Lower = Math.Min(scale * difference.Low, scale * difference.High),
            Upper = Math.Max(scale * difference.Low, scale * difference.High),
            Text = Quantity.Percent(scale * difference.Mean / 100),
            IsHighlighted = view.IsTaken(outcome),
        };
    }

    /// <summary>A dot for every fold of every loss.</summary>
    private static Figure Folds(ComparisonView view)
    {
        ComparisonResult result = view.Result;
        DotRow[] rows = [.. result.Outcomes.Select(outcome => new DotRow(
            ComparisonView.NameOf(outcome),
            [.. outcome.Failure is null ? outcome.Folds.Select(fold => fold.Scores[0] ?? double.NaN) : []],
            view.StyleOf(outcome))
        {
            Mean = outcome.Failure is null ? outcome.Scores[0]?.Mean : null,
            Lower = outcome.Failure is null ? outcome.Scores[0]?.Low : null,
            Upper = outcome.Failure is null ? outcome.Scores[0]?.High : null,
            IsHighlighted = view.IsTaken(outcome),
            Note = outcome.Failure is null ? null : "not judged",
        })];
        string title = result.Metric.Title;
        return new(
            new DotPlot($"{title.Capitalised()} in every fold", new Axis(title), rows),
            $"Each dot is one test fold, the tick their mean, the bar its 95 % interval. "
            + (result.Metric.HigherIsBetter ? "Right is better." : "Left is better.")
            + " Bars overlap more than the paired differences do: the gaps decide, not these bars.");
    }
}

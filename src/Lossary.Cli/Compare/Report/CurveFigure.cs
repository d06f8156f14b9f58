using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>How the losses learnt, epoch by epoch.</summary>
internal static class CurveFigure
{
    /// <summary>A range wider than this is shown on a logarithmic axis.</summary>
    private const double WideRange = 8;

    public static IEnumerable<Section> Sections(ComparisonView view)
    {
        if (view.Shown.Count == 0 || view.Shown.All(outcome => outcome.Folds.All(fold => fold.Curve.Count < 2)))
        {
            yield break;
        }

        string title = view.Result.Metric.Title;
        LineSeries[] series = [.. view.Shown.Reverse().Select(outcome => Median(view, outcome))];
        double[] values = [.. series.SelectMany(line => line.Y).Where(double.IsFinite)];
        bool isWide = values.Length > 0 && values.Min() > 0 && values.Max() > WideRange * values.Min();
        yield return new("How they learnt",
        [
            new Figure(
                new LinePlot(
                    $"{title.Capitalised()} on the validation rows",
                    new Axis("epoch") { IsWhole = true },
                    new Axis(title) { IsLogarithmic = isWide },
                    series),
                "Median over the folds still in training; a line ends where half of them have stopped. The weights of "
                + "each fold's best epoch are kept."),
            .. GradientFigures.Blocks(view),
        ]);
    }

    private static LineSeries Median(ComparisonView view, LossOutcome outcome)
    {
        int longest = outcome.Folds.Max(fold => fold.Curve.Count);
        List<double> epochs = [], medians = [];
        for (int epoch = 0; epoch < longest; epoch++)
        {
            double[] scores =
                [.. outcome.Folds.Where(fold => fold.Curve.Count > epoch).Select(fold => fold.Curve[epoch]).Order()];

            // Once most folds have stopped, a median would jump about with the few that are left.
            if (2 * scores.Length < outcome.Folds.Count)
            {
                break;
            }

            epochs.Add(epoch + 1);
            medians.Add((scores[(scores.Length - 1) / 2] + scores[scores.Length / 2]) / 2);
        }

        return view.Line(outcome, epochs, medians);
    }
}

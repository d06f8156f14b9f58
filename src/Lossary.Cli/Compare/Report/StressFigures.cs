using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>What trouble in the training rows does to the losses.</summary>
internal static class StressFigures
{
    public static IEnumerable<Section> Sections(ComparisonView view)
    {
        if (view.Result.Stress is not StressResult stress || stress.Curves.Count == 0)
        {
            yield break;
        }

        string tolerance = Quantity.Percent(stress.Options.Tolerance);
        yield return new("Under stress",
        [
            new Paragraph($"Training rows are spoilt on purpose, test rows stay clean: {stress.Metric.Title} by "
                + $"{stress.Folds} folds, at every level trained anew. A loss holds while it is within {tolerance} of "
                + "its own clean score."),
            new BulletList(
            [
                .. stress.Curves.Select(curves => $"{StressText.Title(curves)}: {StressText.Sentence(curves, stress)}"),
            ]),
            new FigureGroup([.. stress.Curves.Select(curves => Figure(view, stress, curves))])
            {
                Key =
                [
                    .. stress.Curves[0].Curves.Select(curve =>
                        new KeyEntry(LossLabel.Of(curve.Objective), StyleOf(view, curve))),
                ],
            },
            .. stress.LeftOut.Count == 0 ? (Block[])[] : [new Paragraph(string.Join(" ", stress.LeftOut))],
        ]);
    }

    private static Figure Figure(ComparisonView view, StressResult stress, StressCurves curves)
    {
        double[] levels = [.. curves.Levels.Select(level => 100 * level)];
        LineSeries[] lines = [.. curves.Curves.Reverse().Select(curve => Line(view, curves, curve, levels))];
        string diverged = string.Join(" ", curves.Curves.Where(curve => curve.Failure is not null)
            .Select(curve => $"{LossLabel.Of(curve.Objective)}: {curve.Failure!.TrimEnd('.')}."));
        string direction = stress.Metric.HigherIsBetter ? "Higher is better." : "Lower is better.";
        return new(
            new LinePlot(
                StressText.Title(curves),
                new Axis(AxisTitle(curves)) { IsLogarithmic = curves.IsThinning },
                new Axis(stress.Metric.Title),
                lines)
            {
                ShowsPoints = true,
                ShowsNames = false,
            },
            $"{direction} {diverged}".TrimEnd());
    }

    private static LineSeries Line(ComparisonView view, StressCurves curves, StressCurve curve, double[] levels)
    {
        double[] Of(Func<ScoreInterval, double> part) =>
            [.. curve.Scores.Select(score => score is ScoreInterval known ? part(known) : double.NaN)];

        // Along the axis the least kept comes first, which is the last level.
        double[] Rising(double[] values) => curves.IsThinning ? [.. values.Reverse()] : values;
        return new(LossLabel.Of(curve.Objective), Rising(levels), Rising(Of(score => score.Mean)), StyleOf(view, curve))
        {
            IsEmphasised = curve.Objective.Name == view.Result.Verdict.Take?.Name,
        };
    }

    private static SeriesStyle StyleOf(ComparisonView view, StressCurve curve) =>
        view.StyleOf(view.Result.Outcomes.First(outcome => outcome.Name == curve.Objective.Name));

    private static string AxisTitle(StressCurves curves) => curves.Kind switch
    {
        StressKind.WrongLabels => "labels replaced (%)",
        StressKind.RareClass => $"rows of ‘{curves.ClassName}’ kept (%)",
        StressKind.FewRows => "rows kept (%)",
        _ => "targets replaced (%)",
    };
}

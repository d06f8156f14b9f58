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
            new BulletList([.. stress.Curves.Select(curves => Sentence(curves))]),
            new FigureGroup([.. stress.Curves.Select(curves => Figure(view, stress, curves))])
            {
                Key = [.. stress.Curves[0].Curves.Select(curve => new KeyEntry(LossLabel.Of(curve.Objective), StyleOf(view, curve)))],
            },
            .. stress.LeftOut.Count == 0 ? (Block[])[] : [new Paragraph(string.Join(" ", stress.LeftOut))],
        ]);
    }

    /// <summary>One sentence a trouble: who leads at its worst, and who gives way first.</summary>
    public static string Sentence(StressCurves curves)
    {
        double worst = curves.Levels[^1];
        string at = curves.IsThinning ? $"with {Quantity.Percent(worst)} kept" : $"at {Quantity.Percent(worst)}";
        int leader = curves.Leaders[^1];
        string best = leader < 0
            ? $"{at}, no loss has a score"
            : $"{at}, {LossLabel.Inside(curves.Curves[leader].Objective)} is best";
        string[] held =
        [
            .. curves.Curves.GroupBy(curve => curve.HeldLevel).OrderByDescending(group => group.Key).Select(group =>
                $"{Joined([.. group.Select(curve => LossLabel.Inside(curve.Objective))])} "
                + (group.Key == 0 ? "at no level" : Up(curves, group.Key))),
        ];
        return $"{Title(curves)}: {best}. Within tolerance: {string.Join("; ", held)}.";
    }

    private static string Up(StressCurves curves, int level) => curves.IsThinning
        ? $"down to {Quantity.Percent(curves.Levels[level])}"
        : $"up to {Quantity.Percent(curves.Levels[level])}";

    private static Figure Figure(ComparisonView view, StressResult stress, StressCurves curves)
    {
        double[] levels = [.. curves.Levels.Select(level => 100 * level)];
        LineSeries[] lines = [.. curves.Curves.Reverse().Select(curve => Line(view, curves, curve, levels))];
        string diverged = string.Join(" ", curves.Curves.Where(curve => curve.Failure is not null)
            .Select(curve => $"{LossLabel.Of(curve.Objective)}: {curve.Failure!.TrimEnd('.')}."));
        string direction = stress.Metric.HigherIsBetter ? "Higher is better." : "Lower is better.";
        return new(
            new LinePlot(
                Title(curves),
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

    private static string Title(StressCurves curves) => curves.Kind switch
    {
        StressKind.HighOutliers => "Outliers above",
        StressKind.OutliersOnBothSides => "Outliers on both sides",
        StressKind.WrongLabels => "Wrong labels",
        StressKind.RareClass => $"‘{curves.ClassName}’ made rare",
        _ => "Fewer rows",
    };

    private static string AxisTitle(StressCurves curves) => curves.Kind switch
    {
        StressKind.WrongLabels => "labels replaced (%)",
        StressKind.RareClass => $"rows of ‘{curves.ClassName}’ kept (%)",
        StressKind.FewRows => "rows kept (%)",
        _ => "targets replaced (%)",
    };

    private static string Joined(string[] names) => names.Length < 2
        ? string.Concat(names)
        : string.Join(", ", names[..^1]) + " and " + names[^1];
}

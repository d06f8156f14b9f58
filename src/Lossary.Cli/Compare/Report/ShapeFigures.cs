using Lossary.Data;
using Lossary.Losses;
using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>The losses over the errors that they had to deal with on this data.</summary>
internal static class ShapeFigures
{
    private const double ResidualReach = 2;
    private const double ScoreReach = 5;
    private const double MostLoss = 2;
    private const double MostScoreLoss = 5;
    private const int Steps = 160;

    public static IEnumerable<Section> Sections(ComparisonView view) =>
        !view.Result.Target.IsClass ? OverResiduals(view)
        : view.Result.Target.Task == TaskKind.Binary ? OverScores(view)
        : [];

    private static IEnumerable<Section> OverResiduals(ComparisonView view)
    {
        LossOutcome[] shown =
        [
            .. view.Shown.Where(outcome =>
                outcome.Loss is ISampleLoss && LossCatalogue.EntryOf(outcome.Loss).Family == LossFamily.Distance),
        ];
        if (shown.Length == 0)
        {
            yield break;
        }

        double spread = TargetScale.SpreadOf(view.Result.Target.Values);
        OutOfFold rows = OutOfFold.Of(view.Result, shown[0]);
        double[] residuals = [.. rows.Responses.Zip(rows.Targets, (p, t) => (p - t) / spread)];
        int beyond = residuals.Count(residual => Math.Abs(residual) > ResidualReach);
        yield return Shapes(
            view,
            shown,
            0,
            ResidualReach,
            MostLoss,
            residuals,
            "residual, in spreads of the target",
            $"What an error costs. Grey: the residuals of {LossLabel.Inside(shown[0].Objective)} on this data"
            + (beyond > 0 ? $"; {Quantity.Count(beyond)} of {Quantity.Count(residuals.Length)} lie outside." : "."),
            "How hard an error pulls at the network: lines that stay bounded keep outliers from ruling.");
    }

    private static IEnumerable<Section> OverScores(ComparisonView view)
    {
        LossOutcome[] shown = [.. view.Shown.Where(outcome => outcome.Loss is ISampleLoss)];
        if (shown.Length == 0)
        {
            yield break;
        }

        OutOfFold rows = OutOfFold.Of(view.Result, shown[0]);
        bool isProbability = OutOfFold.HasProbabilities(shown[0]);
        double[] margins = [.. rows.Responses.Zip(rows.Targets, (response, target) =>
            (target > 0 ? 1 : -1) * (isProbability ? Math.Log(response / (1 - response)) : response))];
        yield return Shapes(
            view,
            shown,
            1,
            ScoreReach,
            MostScoreLoss,
            [.. margins.Where(double.IsFinite)],
            "raw score of the true class",
            $"What a score costs; left of 0 is a mistake. Grey: the rows of {LossLabel.Inside(shown[0].Objective)} on "
                + $"this data.",
            "How hard a row pulls at the network: right of 0, losses differ in how soon they let go of what is "
                + "learnt.");
    }

    private static Section Shapes(
        ComparisonView view,
        LossOutcome[] shown,
        double target,
        double reach,
        double most,
        double[] backdrop,
        string axis,
        string aboutLoss,
        string aboutSlope)
    {
        double[] grid = [.. Enumerable.Range(0, Steps + 1).Select(i => reach * ((2.0 * i / Steps) - 1))];
        double[] inside = [.. backdrop.Where(value => Math.Abs(value) <= reach)];
        LinePlot Plot(string title, Axis y, Func<LossPoint, double> of) => new(
            title,
            new Axis(axis),
            y,
            [.. shown.Reverse().Select(outcome => view.Line(
                outcome, grid, [.. grid.Select(r => of(((ISampleLoss)outcome.Loss).At(r, target)))]))])
        {
            Backdrop = inside,
            ShowsNames = false,
        };
        double steepest = shown.Max(outcome => grid.Max(
            r => Math.Abs(((ISampleLoss)outcome.Loss).At(r, target).Slope)));
        double least = target == 0 ? -most : -Math.Min(most, 1.1 * steepest);
        return new("What the losses see",
        [
            new FigureGroup(
            [
                new Figure(
                    Plot("Loss", new Axis("loss") { Minimum = 0, Maximum = most }, point => point.Value), aboutLoss),
                new Figure(
                    Plot(
                        "Gradient",
                        new Axis("derivative") { Minimum = least, Maximum = target == 0 ? most : -least / 10 },
                        point => point.Slope),
                    aboutSlope),
            ])
            {
                Key = view.KeyOf(shown),
            },
        ]);
    }
}

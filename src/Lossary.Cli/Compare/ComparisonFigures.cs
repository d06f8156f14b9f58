using Lossary.Losses;
using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>The plots of a comparison's report.</summary>
internal static class ComparisonFigures
{
    private const int CurvesShown = 6;

    /// <summary>A dot for every fold of every loss.</summary>
    public static Figure Folds(ComparisonResult result, LossColours colours)
    {
        DotRow[] rows = [.. result.Outcomes.Select(outcome => new DotRow(
            LossLabel.Of(outcome.Objective),
            [.. outcome.Failure is null ? outcome.Folds.Select(fold => fold.Scores[0] ?? double.NaN) : []],
            colours[outcome.Name])
        {
            Mean = outcome.Scores[0]?.Mean,
            Lower = outcome.Scores[0]?.Low,
            Upper = outcome.Scores[0]?.High,
            IsHighlighted = outcome == result.Verdict.Take,
            Note = outcome.Failure is null ? null : "not judged",
        })];
        string title = result.Metric.Title;
        return new(
            new DotPlot($"{title} in every fold", new Axis(title), rows),
            $"Each dot is one test fold, the tick their mean, the bar its 95 % interval. "
            + (result.Metric.HigherIsBetter ? "Right is better." : "Left is better.")
            + " Bars overlap more than the paired differences do: the p-values decide, not the bars.");
    }

    /// <summary>Validation score by epoch, median over the folds.</summary>
    public static Figure Curves(ComparisonResult result, LossColours colours)
    {
        LineSeries[] series =
        [
            .. result.Outcomes.Where(outcome => outcome.Failure is null).Take(CurvesShown).Reverse()
                .Select(outcome => Curve(result, outcome, colours)),
        ];
        return new(
            new LinePlot($"{result.Metric.Title} on the validation rows", new Axis("epoch"), new Axis(result.Metric.Title), series),
            "Median over the folds still in training. The best epoch of each fold is kept.");
    }

    /// <summary>How good the predictions of the loss to take are, row by row.</summary>
    public static IEnumerable<Section> Predictions(ComparisonResult result, LossColours colours)
    {
        if (result.Verdict.Take is not LossOutcome take)
        {
            yield break;
        }

        (double[] responses, double[] targets) = OutOfFold(result, take);
        SeriesStyle style = colours[take.Name];
        string name = LossLabel.Of(take.Objective);
        if (!result.Target.IsClass)
        {
            string unit = result.Target.Name;
            yield return new("Predictions",
            [
                new Figure(
                    new ScatterPlot($"{name}: prediction against {unit}", new Axis(unit), new Axis("prediction"), targets, responses)
                    {
                        Style = style,
                        Reference = ReferenceLine.Diagonal,
                    },
                    "Every row, predicted by a network that did not see it (first repeat). On the line would be right."),
                new Figure(
                    new HistogramPlot($"{name}: residuals", new Axis("prediction − target"), [.. responses.Zip(targets, (p, t) => p - t)]) { Style = style },
                    "Residuals of the same predictions."),
            ]);
        }
        else if (take.Loss.Card.Link == Link.Logit)
        {
            yield return new("Calibration",
            [
                new Figure(
                    LinePlot.Reliability($"{name}: predicted probability against observed share", [Reliability(responses, targets, name, style)]),
                    "Test rows of the first repeat in ten bins of predicted probability. On the line would be right."),
            ]);
        }
    }

    /// <summary>The losses over the residuals that they had to deal with.</summary>
    public static IEnumerable<Section> Shapes(ComparisonResult result, LossColours colours)
    {
        LossOutcome[] shown =
        [
            .. result.Outcomes.Where(o => o.Failure is null && LossCatalogue.Find(o.Loss.Card.Key).Family == LossFamily.Distance).Take(CurvesShown),
        ];
        if (result.Target.IsClass || shown.Length == 0)
        {
            yield break;
        }

        double spread = TargetScale.SpreadOf(result.Target.Values);
        (double[] responses, double[] targets) = OutOfFold(result, shown[0]);
        double[] residuals = [.. responses.Zip(targets, (p, t) => (p - t) / spread).Where(r => Math.Abs(r) <= 2)];
        double[] grid = [.. Enumerable.Range(-80, 161).Select(i => i / 40.0)];
        LineSeries Line(LossOutcome outcome, Func<LossPoint, double> of) => new(
            outcome.Name, grid, [.. grid.Select(r => of(((ISampleLoss)outcome.Loss).At(r, 0)))], colours[outcome.Name]);
        Axis x = new("residual, in units of the target's spread");
        yield return new("Shapes",
        [
            new Figure(
                new LinePlot(
                    "Loss by residual",
                    x,
                    new Axis("loss") { Maximum = 2 },
                    [.. shown.Reverse().Select(o => Line(o, p => p.Value))])
                {
                    Backdrop = residuals,
                },
                $"What a residual costs, over the residuals of {LossLabel.Inside(shown[0].Objective)} on this data."),
            new Figure(
                new LinePlot(
                    "Gradient by residual",
                    x,
                    new Axis("derivative") { Minimum = -2, Maximum = 2 },
                    [.. shown.Reverse().Select(o => Line(o, p => p.Slope))])
                {
                    Backdrop = residuals,
                },
                "How hard a residual pulls at the network: bounded lines keep outliers from ruling."),
        ]);
    }

    private static LineSeries Curve(ComparisonResult result, LossOutcome outcome, LossColours colours)
    {
        int longest = outcome.Folds.Max(fold => fold.Curve.Count);
        List<double> epochs = [], medians = [];
        for (int epoch = 0; epoch < longest; epoch++)
        {
            double[] scores = [.. outcome.Folds.Where(fold => fold.Curve.Count > epoch).Select(fold => fold.Curve[epoch]).Order()];

            // Once most folds have stopped, a median would jump about with the few that are left.
            if (2 * scores.Length < outcome.Folds.Count)
            {
                break;
            }

            epochs.Add(epoch + 1);
            medians.Add((scores[(scores.Length - 1) / 2] + scores[scores.Length / 2]) / 2);
        }

        return new(outcome.Name, epochs, medians, colours[outcome.Name])
        {
            IsEmphasised = outcome == result.Verdict.Take,
        };
    }

    private static (double[] Responses, double[] Targets) OutOfFold(ComparisonResult result, LossOutcome outcome)
    {
        List<double> responses = [], targets = [];
        for (int fold = 0; fold < result.Folds.Count; fold++)
        {
            if (outcome.Folds[fold].Responses.Count == result.Folds[fold].Test.Length)
            {
                responses.AddRange(outcome.Folds[fold].Responses);
                targets.AddRange(result.Folds[fold].Test.Select(position => result.Target.Values[position]));
            }
        }

        return ([.. responses], [.. targets]);
    }

    private static LineSeries Reliability(double[] probabilities, double[] targets, string name, SeriesStyle style)
    {
        const int Bins = 10;
        var bins = probabilities.Zip(targets)
            .GroupBy(pair => Math.Min(Bins - 1, (int)(pair.First * Bins)))
            .OrderBy(bin => bin.Key)
            .Select(bin => (Predicted: bin.Average(pair => pair.First), Observed: bin.Average(pair => pair.Second)))
            .ToArray();
        return new(name, [.. bins.Select(bin => bin.Predicted)], [.. bins.Select(bin => bin.Observed)], style);
    }
}

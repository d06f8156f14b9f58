using Lossary.Data;
using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>How good predictions of numbers are, row by row.</summary>
internal static class NumberFigures
{
    private const double Tail = 0.005;
    private const int Tenths = 10;
    private const int MostCounts = 25;

    public static IEnumerable<Section> Sections(ComparisonView view)
    {
        if (view.Result.Verdict.Take is not LossOutcome take)
        {
            yield break;
        }

        OutOfFold rows = OutOfFold.Of(view.Result, take);
        if (rows.Targets.Length == 0)
        {
            yield break;
        }

        List<Block> blocks = view.Result.Target.Task == TaskKind.Counts
            ? [new FigureGroup([Tenth(view, take, rows), Frequencies(view, take, rows)])]
            : [new FigureGroup([Scatter(view, take, rows), Residuals(view, take, rows)])];
        if (view.Shown.Count > 1)
        {
            blocks.Add(Errors(view, take));
        }

        yield return new("Predictions and residuals", blocks);
    }

    private static Figure Scatter(ComparisonView view, LossOutcome take, OutOfFold rows)
    {
        Axis truth = MiddleAxis.Of(view.Result.Target.Name, rows.Targets);
        return new(
            new ScatterPlot(
                $"{ComparisonView.NameOf(take)}: prediction and truth",
                truth,
                new Axis("prediction"),
                rows.Targets,
                rows.Responses)
            {
                Style = view.StyleOf(take),
                Reference = ReferenceLine.Diagonal,
            },
            (view.Result.Options.Quantiles is { Count: > 0 } levels
                ? $"The {Quantity.Percent(levels[FoldPredictions.MiddleOf(levels)])} quantile of every row"
                : "Every row")
            + ", predicted by a network that did not see it. On the line would be right."
            + MiddleAxis.LeftOut(truth, rows.Targets));
    }

    private static Figure Residuals(ComparisonView view, LossOutcome take, OutOfFold rows)
    {
        double[] residuals = [.. rows.Responses.Zip(rows.Targets, (prediction, target) => prediction - target)];
        double[] rising = [.. residuals.Where(double.IsFinite).Order()];
        if (rising.Length == 0)
        {
            rising = [0];
        }

        double reach = Math.Max(-OrderStatistics.Quantile(rising, Tail), OrderStatistics.Quantile(rising, 1 - Tail));
        Axis axis = new("prediction − target") { Minimum = -reach * 1.02, Maximum = reach * 1.02 };
        int beyond = rising.Count(residual => Math.Abs(residual) > reach * 1.02);
        string tails = beyond == 0
            ? ""
            : $" {Quantity.Count(beyond)} rows lie beyond the axis, the farthest at "
                + $"{Quantity.Format(rising.MaxBy(Math.Abs))}.";
        return new(
            new HistogramPlot(
                $"{ComparisonView.NameOf(take)}: residuals", reach > 0 ? axis : new(axis.Label), residuals)
            {
                Style = view.StyleOf(take),
            },
            $"Median {Quantity.Format(OrderStatistics.Quantile(rising, 0.5))}, middle half "
            + Quantity.Interval(OrderStatistics.Quantile(rising, 0.25), OrderStatistics.Quantile(rising, 0.75))
            + $".{tails}");
    }

    /// <summary>Whose errors are smaller where: among the easy rows, or among the hard ones.</summary>
    private static Figure Errors(ComparisonView view, LossOutcome take)
    {
        double[] shares = [.. Enumerable.Range(1, 19).Select(step => 5.0 * step), 97.5, 99];
        double[] reference = Quantiles(view.Result, take, shares);
        LineSeries[] series = [.. view.Shown.Reverse().Select(outcome => view.Line(
            outcome,
            shares,
            [.. Quantiles(view.Result, outcome, shares).Zip(reference, (error, own) => 100 * ((error / own) - 1))]))];
        double widest = series.SelectMany(line => line.Y.Skip(1)).Where(double.IsFinite).Select(Math.Abs)
            .DefaultIfEmpty(1).Max();
        double limit = Math.Clamp(widest * 1.1, 1, 200);
        return new(
            new LinePlot(
                "Who errs less, and on which rows",
                new Axis("rows ordered by the size of their error (%)") { Minimum = 0, Maximum = 100 },
                new Axis($"size of the error against {LossLabel.Inside(take.Objective)} (%)")
                {
                    Minimum = -limit,
                    Maximum = limit,
                },
                series)
            {
                Reference = ReferenceLine.Zero,
            },
            $"Absolute errors at the same rank, against those of {LossLabel.Inside(take.Objective)}. Below 0 errs "
                + $"less. Left are "
            + "the rows that are easy for each loss, right the hard ones: a line that rises to the right pays for its "
            + "small errors with large ones.");
    }

    private static double[] Quantiles(ComparisonResult result, LossOutcome outcome, double[] shares)
    {
        OutOfFold rows = OutOfFold.Of(result, outcome);
        double[] errors =
            [.. rows.Responses.Zip(rows.Targets, (p, t) => Math.Abs(p - t)).Where(double.IsFinite).Order()];
        return
        [
            .. shares.Select(share => errors.Length == 0 ? double.NaN : OrderStatistics.Quantile(errors, share / 100)),
        ];
    }

    /// <summary>Mean prediction against mean target in tenths of the rows by rising prediction.</summary>
    private static Figure Tenth(ComparisonView view, LossOutcome take, OutOfFold rows)
    {
        (double Prediction, double Target)[] pairs = [.. rows.Responses.Zip(rows.Targets).OrderBy(pair => pair.First)];
        List<double> predicted = [], observed = [];
        for (int tenth = 0; tenth < Tenths; tenth++)
        {
            int from = (int)((long)pairs.Length * tenth / Tenths),
                to = (int)((long)pairs.Length * (tenth + 1) / Tenths);
            if (to > from)
            {
                predicted.Add(pairs[from..to].Average(pair => pair.Prediction));
                observed.Add(pairs[from..to].Average(pair => pair.Target));
            }
        }

        return new(
            new LinePlot(
                $"{ComparisonView.NameOf(take)}: means by tenth",
                new Axis("mean prediction"),
                new Axis($"mean {view.Result.Target.Name}"),
                [view.Line(take, predicted, observed)])
            {
                Reference = ReferenceLine.Diagonal,
                ShowsPoints = true,
                ShowsNames = false,
            },
            "Rows in tenths of rising prediction. On the line, the predicted mean is right where it is low and where "
                + "it is high.");
    }

    /// <summary>
    /// How often each count occurs, and how often it would if counts were Poisson about the predictions.
    /// </summary>
    private static Figure Frequencies(ComparisonView view, LossOutcome take, OutOfFold rows)
    {
        double[] rising = [.. rows.Targets.Order()];
        int most = Math.Clamp((int)OrderStatistics.Quantile(rising, 0.995) + 1, 4, MostCounts);
        double[] counts = [.. Enumerable.Range(0, most + 1).Select(count => (double)count)];
        double[] observed = [.. counts.Select(count => (double)rows.Targets.Count(target => target == count))];
        double[] expected = Poisson(rows.Responses, most + 1);
        return new(
            new LinePlot(
                "Counts, and what Poisson would give",
                new Axis(view.Result.Target.Name) { IsWhole = true },
                new Axis("rows, logarithmic") { IsLogarithmic = true, Minimum = 0.5 },
                [
                    new("observed", counts, observed, SeriesStyle.Neutral),
                    view.Line(take, counts, expected) with { IsEmphasised = false },
                ])
            {
                ShowsPoints = true,
                ShowsNames = false,
            },
            $"Grey: how many rows have each count ({Quantity.Count((long)observed[0])} have none). Coloured: how many "
                + $"would, "
            + $"were counts Poisson about the predictions ({Quantity.Format(expected[0])} none). "
            + "More grey at 0 and far right: over-dispersion.");
    }

    /// <summary>The expected number of rows of each count 0, 1, … with the rows' own Poisson means.</summary>
    private static double[] Poisson(double[] means, int counts)
    {
        double[] expected = new double[counts];
        foreach (double mean in means.Where(double.IsFinite))
        {
            double share = Math.Exp(-Math.Max(mean, 0));
            for (int count = 0; count < counts; count++)
            {
                expected[count] += share;
                share *= Math.Max(mean, 0) / (count + 1);
            }
        }

        return expected;
    }
}

namespace Lossary.Reports.Tests;

/// <summary>A report over invented numbers, of the shape that a comparison has.</summary>
internal static class SampleReport
{
    private static readonly string[] Losses =
        ["Huber (delta 1.35)", "Log-cosh", "Absolute", "Squared", "Quantile (0.5)", "Cauchy", "Welsch"];

    private static readonly LossColours Colours = new(Losses);

    public static DotPlot Folds() => new("Folds", new Axis("MAE (dollars)"), [.. Losses.Select((loss, i) =>
    {
        double[] folds = [.. Enumerable.Range(0, i == 6 ? 0 : 10).Select(k => 14200 + (310 * i) + (600 * Noise(k, i)))];
        return new DotRow(loss, folds, Colours[loss])
        {
            IsHighlighted = i == 0,
            Lower = i == 6 ? null : folds.Average() - 350,
            Upper = i == 6 ? null : folds.Average() + 350,
            Note = "diverged at epoch 3",
        };
    })]);

    public static LinePlot LearningCurves() => new(
        "Learning curves",
        new Axis("epoch"),
        new Axis("validation MAE (dollars)") { IsLogarithmic = true },
        [.. Losses.Take(6).Select((loss, i) => Curve(loss, i))]);

    public static LinePlot Shapes()
    {
        double[] x = [.. Enumerable.Range(-40, 81).Select(i => i / 10.0)];
        return new("Loss shapes over the residuals", new Axis("residual (standard deviations)"), new Axis("loss"),
        [
            new("Squared", x, [.. x.Select(r => r * r / 2)], Colours["Squared"]),
            new("Absolute", x, [.. x.Select(Math.Abs)], Colours["Absolute"]),
            new(Losses[0], x, [.. x.Select(r => Huber(r, 1.35))], Colours[Losses[0]]) { IsEmphasised = true },
        ])
        {
            Backdrop = [.. Enumerable.Range(0, 1000).Select(k => 1.2 * (Noise(k, 1) + Noise(k, 2) + Noise(k, 3)))],
        };
    }

    public static ScatterPlot Predictions(int count)
    {
        double[] targets = [.. Enumerable.Range(0, count)
            .Select(k => 180000 * Math.Exp(0.35 * (Noise(k, 1) + Noise(k, 2))))];
        double[] predictions = [.. targets.Select((t, k) => t * (1 + (0.12 * (Noise(k, 3) + Noise(k, 4)))))];
        return new("Predictions against targets", new Axis("target (dollars)"), new Axis("prediction (dollars)"),
            targets, predictions)
        {
            Reference = ReferenceLine.Diagonal,
            Style = Colours[Losses[0]],
        };
    }

    public static LinePlot Reliability()
    {
        double[] predicted = [.. Enumerable.Range(0, 10).Select(i => 0.05 + (0.1 * i))];
        return LinePlot.Reliability("Calibration",
        [
            new("Cross entropy", predicted, [.. predicted.Select(p => p + (0.03 * Math.Sin(9 * p)))], new(0)),
            new("Focal (2)", predicted, [.. predicted.Select(p => 0.5 + ((p - 0.5) * 0.7))], new(1)),
        ]);
    }

    public static ReportDocument Document() => new("Which loss predicts SalePrice best?")
    {
        Subtitle = "ames_housing.csv, 1,460 rows, 79 features, 5 folds × 2 repeats, seed 1 (invented numbers)",
        Lead = new("Huber is best on MAE: 14.2 k, 6.1 % below squared error; the gap is real (p = 0.003).")
        {
            Detail = "Log-cosh is within its interval: if you need a smooth loss, take it without regret.",
            Figures =
            [
                new("MAE of Huber", "14.2 k", "13.8–14.6 k"),
                new("against Squared", "-6.1 %", "p = 0.003, 10 folds"),
                new("tied with it", "Log-cosh", "p = 0.31"),
                new("time", "48 s", "140 trainings"),
            ],
        },
        Sections =
        [
            new("Leaderboard",
            [
                Leaderboard(),
                new Figure(Folds(), "One dot a fold, a tick at the mean, a line for its 95 % interval. "
                    + "The dashed line is the winner's mean."),
            ]),
            new("Learning", [new Figure(LearningCurves(), "Median over the folds; the band holds the middle half.")]),
            new("Residuals",
            [
                new Figure(Predictions(1460), "Huber, all test folds. On the dashed line the prediction is right."),
                new Figure(Shapes(), "Most residuals lie where all three agree; the few outside make the difference."),
                new Figure(
                    new HistogramPlot("Targets", new Axis("SalePrice (dollars)"), Predictions(1460).XValues),
                    "Skewed to the right."),
            ]),
            new("Calibration", [new Figure(Reliability(), "Below the diagonal, predictions are too sure.")]),
            new("Cost", [new Figure(Times(), "Seconds for all folds, on one core."),
                new Notice("Welsch diverged at epoch 3 in each fold: gradient norm 1e9.")]),
            new("How it was done",
            [
                new Paragraph("Each loss saw the same folds, initial weights and batch order, and the same budget of "
                    + "trials for its learning rate. Differences are tested with the corrected resampled t-test."),
                new SettingList([new("Metric", "MAE"), new("Folds", "5 × 2"), new("Network", "79-64-32-1")]),
                new CodeBlock("lossary compare ames_housing.csv --target SalePrice --metric mae --seed 1"),
            ]),
        ],
        Footer = "Lossary 0.1.0, .NET 10, 2 cores, AVX-512.",
    };

    public static BarPlot Times() => new("Training time", new Axis("seconds"), [.. Losses.Take(6).Select((loss, i) =>
        new Bar(loss, 6.2 + (Noise(i, 5) * 2), Colours[loss]) { IsHighlighted = i == 0 })]);

    /// <summary>A number between -1 and 1 that depends on the two alone.</summary>
    public static double Noise(int k, int stream)
    {
        double turn = Math.Sin((k * 12.9898) + (stream * 78.233)) * 43758.5453;
        return (2 * (turn - Math.Floor(turn))) - 1;
    }

    private static Table Leaderboard() => new(
        [
            TableColumn.Words("Loss"),
            TableColumn.Numbers("MAE"),
            TableColumn.Numbers("RMSE"),
            TableColumn.Numbers("R²"),
            TableColumn.Numbers("p against best"),
            TableColumn.Numbers("Learning rate"),
            TableColumn.Numbers("Time"),
        ],
        [
            Row(0, "14.2 k", "13.8–14.6", "25.1 k", "0.902", "", "0.003", "6.1 s"),
            Row(1, "14.3 k", "13.9–14.7", "24.9 k", "0.903", "0.31", "0.003", "7.8 s"),
            Row(2, "14.6 k", "14.2–15.0", "26.0 k", "0.894", "0.042", "0.010", "5.9 s"),
            Row(3, "15.1 k", "14.6–15.6", "23.8 k", "0.911", "0.003", "0.001", "5.2 s"),
        ],
        "Training loss by row, metric by column; mean of the folds with its 95 % interval. Bold: best of its column.");

    private static TableRow Row(int loss, string mae, string interval, params string[] rest) => new(
        [
            Losses[loss],
            new TableCell(mae) { Note = interval, IsBest = loss == 0 },
            new TableCell(rest[0]) { IsBest = loss == 3 },
            new TableCell(rest[1]) { IsBest = loss == 3 },
            .. rest.Skip(2).Select(text => new TableCell(text)),
        ])
    {
        IsHighlighted = loss == 0,
        Style = Colours[Losses[loss]],
    };

    private static LineSeries Curve(string loss, int i)
    {
        double[] epochs = [.. Enumerable.Range(1, 60).Select(e => (double)e)];
        double[] values = [.. epochs.Select(e =>
            14200 + (320 * i) + (90000 * Math.Exp(-e / (5 + i))) + (250 * Noise((int)e, i)))];
        return new(loss, epochs, values, Colours[loss])
        {
            IsEmphasised = i == 0,
            Lower = i == 0 ? [.. values.Select(value => value * 0.95)] : null,
            Upper = i == 0 ? [.. values.Select(value => value * 1.06)] : null,
        };
    }

    private static double Huber(double r, double delta) =>
        Math.Abs(r) <= delta ? r * r / 2 : delta * (Math.Abs(r) - (delta / 2));
}

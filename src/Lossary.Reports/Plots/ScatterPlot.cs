namespace Lossary.Reports;

/// <summary>Pairs of numbers as dots, such as predictions against targets; many of them as a map of their
/// density.</summary>
public sealed class ScatterPlot : Plot
{
    /// <summary>Up to so many pairs are drawn one by one.</summary>
    public const int MostDots = 1500;

    private const int Groups = 10;

    /// <summary>Takes the pairs.</summary>
    /// <param name="title">What the plot shows, in a few words.</param>
    /// <param name="x">The horizontal axis.</param>
    /// <param name="y">The vertical axis.</param>
    /// <param name="xValues">The horizontal values [n].</param>
    /// <param name="yValues">The vertical values [n].</param>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public ScatterPlot(
        string title, Axis x, Axis y, IReadOnlyList<double> xValues, IReadOnlyList<double> yValues) : base(title)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(xValues);
        ArgumentNullException.ThrowIfNull(yValues);
        if (xValues.Count != yValues.Count)
        {
            throw new ArgumentException(
                $"yValues has {yValues.Count} elements, xValues has {xValues.Count}.", nameof(yValues));
        }

        X = x;
        Y = y;
        XValues = xValues;
        YValues = yValues;
    }

    /// <summary>The horizontal axis.</summary>
    public Axis X { get; }

    /// <summary>The vertical axis.</summary>
    public Axis Y { get; }

    /// <summary>The horizontal values [n].</summary>
    public IReadOnlyList<double> XValues { get; }

    /// <summary>The vertical values [n].</summary>
    public IReadOnlyList<double> YValues { get; }

    /// <summary>The dots' look.</summary>
    public SeriesStyle Style { get; init; }

    /// <summary>A line to hold the dots against.</summary>
    public ReferenceLine Reference { get; init; }

    /// <inheritdoc/>
    public override string Description =>
        $"{Quantity.Count(XValues.Count)} pairs: {Y.Label} against {X.Label}."
        + (XValues.Count > MostDots ? " Darker where there are more." : "");

    /// <summary>The pairs in ten groups of rising horizontal value, with the means of each.</summary>
    /// <returns>A row for each group that has pairs.</returns>
    public override Table ToTable()
    {
        (double X, double Y)[] pairs = [.. XValues.Zip(YValues)
            .Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second))
            .OrderBy(pair => pair.First)];
        List<TableRow> rows = [];
        for (int group = 0; group < Groups; group++)
        {
            int from = (int)((long)pairs.Length * group / Groups);
            int to = (int)((long)pairs.Length * (group + 1) / Groups);
            ReadOnlySpan<(double X, double Y)> part = pairs.AsSpan(from..to);
            if (part.Length > 0)
            {
                rows.Add(RowOf(part));
            }
        }

        return new(
            [
                TableColumn.Words("Range of " + X.Label),
                TableColumn.Numbers("Pairs"),
                TableColumn.Numbers("Mean of " + X.Label),
                TableColumn.Numbers("Mean of " + Y.Label),
            ],
            rows,
            Title + ", in tenths");
    }

    private protected override double HeightAt(double width) => width < 500 ? 300 : 420;

    private protected override void Draw(SvgCanvas canvas)
    {
        Scale x = Scale.Of(X, XValues);
        Scale y = Scale.Of(Y, YValues);
        Frame frame = new(canvas, x, y, 8);
        frame.Draw(X, Y);
        frame.Clip();
        if (XValues.Count > MostDots)
        {
            DensityMap.Draw(canvas, frame, XValues, YValues, Style);
        }
        else
        {
            DensityMap.DrawDots(canvas, frame, XValues, YValues, Style);
        }

        DrawReference(canvas, frame);
        canvas.Unclip();
    }

    private void DrawReference(SvgCanvas canvas, Frame frame)
    {
        if (Reference == ReferenceLine.Zero)
        {
            canvas.Line(frame.Left, frame.Y.Map(0), frame.Right, frame.Y.Map(0), "ref", 1.5);
        }
        else if (Reference == ReferenceLine.Diagonal)
        {
            double low = Math.Max(frame.X.Minimum, frame.Y.Minimum);
            double high = Math.Min(frame.X.Maximum, frame.Y.Maximum);
            if (low < high)
            {
                canvas.Line(frame.X.Map(low), frame.Y.Map(low), frame.X.Map(high), frame.Y.Map(high), "ref", 1.5);
            }
        }
    }

    private static TableRow RowOf(ReadOnlySpan<(double X, double Y)> part)
    {
        double sumX = 0;
        double sumY = 0;
        foreach ((double x, double y) in part)
        {
            sumX += x / part.Length;
            sumY += y / part.Length;
        }

        return new(
        [
            Quantity.Interval(part[0].X, part[^1].X),
            Quantity.Count(part.Length),
            Quantity.Format(sumX),
            Quantity.Format(sumY),
        ]);
    }
}

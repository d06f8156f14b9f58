using System.Text;

namespace Lossary.Reports;

/// <summary>Several lines over one pair of axes, each named at its end.</summary>
public sealed class LinePlot : Plot
{
    private const double LeaderWidth = 22;

    /// <summary>Takes the lines.</summary>
    /// <param name="title">What the plot shows, in a few words.</param>
    /// <param name="x">The horizontal axis.</param>
    /// <param name="y">The vertical axis.</param>
    /// <param name="series">The lines; the last is drawn on top.</param>
    public LinePlot(string title, Axis x, Axis y, IReadOnlyList<LineSeries> series) : base(title)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(series);
        X = x;
        Y = y;
        Series = series;
    }

    /// <summary>The horizontal axis.</summary>
    public Axis X { get; }

    /// <summary>The vertical axis.</summary>
    public Axis Y { get; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<LineSeries> Series { get; }

    /// <summary>A line to hold the series against.</summary>
    public ReferenceLine Reference { get; init; }

    /// <summary>Whether the points are marked on the lines.</summary>
    public bool ShowsPoints { get; init; }

    /// <summary>Whether each line is named at its end; otherwise a key beside the plot must name them.</summary>
    public bool ShowsNames { get; init; } = true;

    /// <summary>Values along the horizontal axis whose histogram stands pale behind the lines.</summary>
    public IReadOnlyList<double> Backdrop { get; init; } = [];

    /// <inheritdoc/>
    public override string Description => Series.Count == 0
        ? "No lines."
        : $"{Y.Label} against {X.Label}. " + string.Join("; ", Series.Select(Described)) + ".";

    /// <summary>Predicted probability against observed frequency, with the diagonal of perfect calibration.</summary>
    /// <param name="title">What the plot shows, in a few words.</param>
    /// <param name="series">For each loss, the bins' mean prediction and observed frequency, both 0 to 1.</param>
    public static LinePlot Reliability(string title, IReadOnlyList<LineSeries> series) => new(
        title,
        new Axis("predicted probability") { Minimum = 0, Maximum = 1 },
        new Axis("observed frequency") { Minimum = 0, Maximum = 1 },
        series)
    {
        Reference = ReferenceLine.Diagonal,
        ShowsPoints = true,
    };

    private double WidestName =>
        Series.Select(line => TextWidth.Of(line.Name, PlotStyles.FontSize)).DefaultIfEmpty(0).Max();

    /// <summary>Whether the names at the lines' ends, if there are any, are whole at this width.</summary>
    internal bool HasRoomForNames(double width) => !ShowsNames || WidestName + LeaderWidth <= LabelRoom(width);

    /// <summary>The same lines for a page that names them in a key.</summary>
    internal LinePlot WithoutNames() => new(Title, X, Y, Series)
    {
        Reference = Reference,
        ShowsPoints = ShowsPoints,
        ShowsNames = false,
        Backdrop = Backdrop,
    };

    /// <inheritdoc/>
    public override Table ToTable() => LineTable.Of(this);

    private protected override double HeightAt(double width) => width < 500 ? 300 : 360;

    private protected override void Draw(SvgCanvas canvas)
    {
        double widest = WidestName;
        double labelRoom = ShowsNames ? Math.Min(widest + LeaderWidth, LabelRoom(canvas.Width)) : 0;
        Frame frame = new(canvas, Scale.Of(X, XValues()), Scale.Of(Y, YValues()), Math.Max(8, labelRoom));
        DrawBackdrop(canvas, frame);
        frame.Draw(X, Y);
        frame.Clip();
        DrawReference(canvas, frame);
        foreach (LineSeries line in Series)
        {
            DrawBand(canvas, frame, line);
        }

        foreach (LineSeries line in Series.OrderBy(line => line.IsEmphasised))
        {
            DrawLine(canvas, frame, line);
        }

        canvas.Unclip();
        if (ShowsNames)
        {
            DrawLabels(canvas, frame, labelRoom - LeaderWidth);
        }
    }

    /// <summary>Names take their share of the width at most.</summary>
    private static double LabelRoom(double width) => width * 0.38;

    private IEnumerable<double> XValues() => Series.SelectMany(line => line.X);

    private IEnumerable<double> YValues() => Series.SelectMany(line =>
        line.Y.Concat(line.Lower ?? []).Concat(line.Upper ?? []));

    private void DrawBackdrop(SvgCanvas canvas, Frame frame)
    {
        if (Backdrop.Count == 0)
        {
            return;
        }

        Bins bins = Bins.Across(Backdrop, frame.X, 48);
        double tallest = Math.Max(1, bins.Counts.Max());
        StringBuilder path = new();
        for (int i = 0; i < bins.Counts.Length; i++)
        {
            double left = frame.X.Map(bins.Edges[i]);
            double right = frame.X.Map(bins.Edges[i + 1]);
            double top = frame.Bottom - (bins.Counts[i] / tallest * (frame.Bottom - frame.Top) * 0.9);
            Bins.AppendBar(path, left + 0.5, top, right - left - 1, frame.Bottom - top);
        }

        canvas.Area(path.ToString(), "back");
    }

    private void DrawReference(SvgCanvas canvas, Frame frame)
    {
        if (Reference == ReferenceLine.Zero)
        {
            double zero = frame.Y.Map(0);
            canvas.Line(frame.Left, zero, frame.Right, zero, "ref");
        }
        else if (Reference == ReferenceLine.Diagonal)
        {
            double low = Math.Max(frame.X.Minimum, frame.Y.Minimum);
            double high = Math.Min(frame.X.Maximum, frame.Y.Maximum);
            canvas.Line(frame.X.Map(low), frame.Y.Map(low), frame.X.Map(high), frame.Y.Map(high), "ref");
        }
    }

    private static void DrawBand(SvgCanvas canvas, Frame frame, LineSeries line)
    {
        if (line.Lower is null || line.Upper is null || line.X.Count < 2)
        {
            return;
        }

        string upper = Thinning.Path(line.X, line.Upper, frame.X, frame.Y);
        string lower = Thinning.Path([.. line.X.Reverse()], [.. line.Lower.Reverse()], frame.X, frame.Y);
        if (upper.Length > 0 && lower.Length > 0)
        {
            canvas.Area(upper + "L" + lower[1..] + "Z", line.Style, 0.14);
        }
    }

    private void DrawLine(SvgCanvas canvas, Frame frame, LineSeries line)
    {
        string path = Thinning.Path(line.X, line.Y, frame.X, frame.Y);
        canvas.Stroke(path, line.Style, line.IsEmphasised ? 2.8 : 1.7, isDashed: true);
        if (ShowsPoints)
        {
            string dots = path.Replace('L', 'M').Replace("M", "h0M", StringComparison.Ordinal);
            canvas.Dots(dots.Length > 2 ? dots[2..] + "h0" : "", line.Style, line.IsEmphasised ? 8 : 6, 1);
        }
    }

    private void DrawLabels(SvgCanvas canvas, Frame frame, double room)
    {
        (LineSeries Line, double X, double Y)[] ends = [.. Series
            .Select(line => (line, LastShown(line)))
            .Where(end => end.Item2 >= 0)
            .Select(end => (end.line, frame.X.Map(end.line.X[end.Item2]), frame.Y.Map(end.line.Y[end.Item2])))];
        double[] wishes = [.. ends.Select(end => Math.Clamp(end.Y, frame.Top, frame.Bottom))];
        double[] places = EndLabels.Spread(wishes, frame.Top, frame.Bottom);
        for (int i = 0; i < ends.Length; i++)
        {
            string text = TextWidth.Fit(ends[i].Line.Name, PlotStyles.FontSize, room);
            string weight = ends[i].Line.IsEmphasised ? " strong" : "";
            double from = Math.Min(ends[i].X, frame.Right) + 3;
            string leader = $"M{SvgCanvas.Number(from)} {SvgCanvas.Number(wishes[i])}"
                + $"L{SvgCanvas.Number(frame.Right + 11)} {SvgCanvas.Number(places[i])}";
            canvas.Stroke(leader, ends[i].Line.Style, 1, isDashed: false, opacity: 0.6);
            string cssClass = $"halo {ends[i].Line.Style.InkClass} {ends[i].Line.Style.SeriesClass}{weight}";
            canvas.Text(frame.Right + 14, places[i] + 4, text, cssClass);
        }
    }

    private int LastShown(LineSeries line)
    {
        for (int i = line.Y.Count - 1; i >= 0; i--)
        {
            bool isShown = double.IsFinite(line.X[i]) && double.IsFinite(line.Y[i])
                && (!Y.IsLogarithmic || line.Y[i] > 0) && (!X.IsLogarithmic || line.X[i] > 0);
            if (isShown)
            {
                return i;
            }
        }

        return -1;
    }

    private string Described(LineSeries line)
    {
        int last = LastShown(line);
        return last < 0
            ? $"{line.Name}: no values"
            : $"{line.Name} ends at {Quantity.Format(line.Y[last])}, lowest {Quantity.Format(Lowest(line))}";
    }

    private static double Lowest(LineSeries line) => line.Y.Where(double.IsFinite).Min();
}

namespace Lossary.Reports;

/// <summary>The room of plots with one row a loss: names at the left, one axis below, values at the right.</summary>
/// <remarks>
/// Where the paper is narrow, names and values stand above the rows, which then have the whole width.
/// </remarks>
internal sealed class RowFrame
{
    public const double FirstRow = 8;
    private const double Gap = 12;
    private const double BelowRows = 48;
    private const double Narrow = 500;
    private const double NameHeight = 18;
    private const double WidestBeside = 0.22;

    public RowFrame(
        SvgCanvas canvas, Scale scale, IReadOnlyList<string> labels, IReadOnlyList<string> notes, double row)
    {
        Canvas = canvas;
        IsNarrow = AreNamesAbove(labels, canvas.Width);
        Row = row + (IsNarrow ? NameHeight : 0);
        Left = IsNarrow ? 0 : Math.Min(Widest(labels), canvas.Width * 0.38) + Gap;
        double right = canvas.Width - (IsNarrow ? 0 : Math.Min(Widest(notes), canvas.Width * 0.3) + Gap);
        Right = Math.Max(right, Left + 40);
        Bottom = FirstRow + (labels.Count * Row) + 4;
        Scale = scale.Onto(Left + 6, Right - 6);
    }

    public SvgCanvas Canvas { get; }

    public Scale Scale { get; }

    public double Row { get; }

    public double Left { get; }

    public double Right { get; }

    public double Bottom { get; }

    /// <summary>Whether names and values stand above their rows.</summary>
    private bool IsNarrow { get; }

    public static double HeightOf(IReadOnlyList<string> labels, double row, double width) =>
        FirstRow + (labels.Count * (row + (AreNamesAbove(labels, width) ? NameHeight : 0))) + 4 + BelowRows;

    public double Middle(int index) => FirstRow + ((index + 0.5) * Row) + (IsNarrow ? NameHeight / 2 : 0);

    /// <summary>The whole row, with its name and value.</summary>
    public void Tint(int index) => Canvas.Tint(0, FirstRow + (index * Row), Canvas.Width, Row);

    public void Draw(Axis axis)
    {
        Ticks ticks = Scale.Ticks((int)Math.Max(2, (Right - Left) / 72));
        for (int i = 0; i < ticks.Values.Count; i++)
        {
            double at = Scale.Map(ticks.Values[i]);
            Canvas.Line(at, FirstRow - 4, at, Bottom, "rule");
            Canvas.Text(at, Bottom + 16, ticks.Labels[i], "soft mid");
        }

        Canvas.Line(Left, Bottom, Right, Bottom, "base");
        string label = TextWidth.Fit(axis.Label + " →", PlotStyles.FontSize, Right);
        Canvas.Text(Right, Bottom + 38, label, "end");
    }

    public void Name(int index, string label, bool isStrong)
    {
        if (IsNarrow)
        {
            string whole = TextWidth.Fit(label, PlotStyles.FontSize, Canvas.Width * 0.75);
            Canvas.Text(2, NameLine(index), whole, isStrong ? "halo strong" : "halo");
            return;
        }

        string text = TextWidth.Fit(label, PlotStyles.FontSize, Left - Gap);
        Canvas.Text(Left - Gap, Middle(index) + 4, text, isStrong ? "end strong" : "end");
    }

    public void Note(int index, string note, string cssClass)
    {
        double room = IsNarrow ? Canvas.Width / 4 : Canvas.Width - Right - Gap;
        string text = TextWidth.Fit(note, PlotStyles.FontSize, room);
        Canvas.Text(Canvas.Width - 2, IsNarrow ? NameLine(index) : Middle(index) + 4, text, cssClass);
    }

    /// <summary>A remark in the place of a row that has nothing to draw.</summary>
    public void Remark(int index, string remark)
    {
        string text = TextWidth.Fit(remark, PlotStyles.FontSize, Right - Left - Gap);
        Canvas.Text(Left + Gap, Middle(index) + 4, text, "soft halo");
    }

    private static bool AreNamesAbove(IReadOnlyList<string> labels, double width) =>
        width < Narrow && Widest(labels) > width * WidestBeside;

    private double NameLine(int index) => FirstRow + (index * Row) + 15;

    private static double Widest(IReadOnlyList<string> texts) =>
        texts.Select(text => TextWidth.Of(text, PlotStyles.FontSize)).DefaultIfEmpty(0).Max() + 8;
}

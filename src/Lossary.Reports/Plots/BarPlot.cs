namespace Lossary.Reports;

/// <summary>Lying bars from zero, with names at the left and values at the right.</summary>
public sealed class BarPlot : Plot
{
    private const double RowHeight = 28;
    private const double Thickness = 16;

    /// <summary>Takes the bars.</summary>
    /// <param name="title">What the plot shows, in a few words.</param>
    /// <param name="value">The axis of the values; never logarithmic, since a bar's length must mean something.</param>
    /// <param name="bars">The bars from top to bottom.</param>
    /// <exception cref="ArgumentException">The axis is logarithmic.</exception>
    public BarPlot(string title, Axis value, IReadOnlyList<Bar> bars) : base(title)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(bars);
        if (value.IsLogarithmic)
        {
            throw new ArgumentException(
                "value is logarithmic; bars start at zero, which has no logarithm.", nameof(value));
        }

        Value = value;
        Bars = bars;
    }

    /// <summary>The axis of the values.</summary>
    public Axis Value { get; }

    /// <summary>The bars from top to bottom.</summary>
    public IReadOnlyList<Bar> Bars { get; }

    /// <inheritdoc/>
    public override string Description => Bars.Count == 0
        ? "No bars."
        : $"{Value.Label}: " + string.Join("; ", Bars.Select(bar => $"{bar.Label} {Quantity.Format(bar.Value)}")) + ".";

    /// <inheritdoc/>
    public override Table ToTable() => new(
        [TableColumn.Words("Name"), TableColumn.Numbers(Value.Label)],
        [.. Bars.Select(bar => new TableRow([bar.Label, Note(bar, 4)])
        {
            IsHighlighted = bar.IsHighlighted,
            Style = bar.Style,
        })],
        Title);

    /// <summary>Whole numbers in full.</summary>
    private string Note(Bar bar, int digits) => Value.IsWhole && double.IsInteger(bar.Value)
        ? Quantity.Count((long)bar.Value)
        : Quantity.Format(bar.Value, digits);

    private protected override double HeightAt(double width) =>
        RowFrame.HeightOf([.. Bars.Select(bar => bar.Label)], RowHeight, width);

    private protected override void Draw(SvgCanvas canvas)
    {
        IReadOnlyList<string> notes = Value.IsWhole
            ? [.. Bars.Select(bar => Note(bar, 3))]
            : Quantity.FormatColumn([.. Bars.Select(bar => bar.Value)]);
        Scale scale = Scale.Of(Value, Bars.Select(bar => bar.Value).Append(0));
        RowFrame frame = new(canvas, scale, [.. Bars.Select(bar => bar.Label)], notes, RowHeight);
        frame.Draw(Value);
        double zero = frame.Scale.Map(0);
        for (int i = 0; i < Bars.Count; i++)
        {
            double end = frame.Scale.Map(Bars[i].Value);
            if (double.IsFinite(end))
            {
                double top = frame.Middle(i) - (Thickness / 2);
                double opacity = Bars[i].IsHighlighted ? 1 : 0.85;
                canvas.Rectangle(Math.Min(zero, end), top, Math.Abs(end - zero), Thickness, Bars[i].Style, opacity);
            }

            frame.Name(i, Bars[i].Label, Bars[i].IsHighlighted);
            frame.Note(i, notes[i], Bars[i].IsHighlighted ? "end strong" : "end soft");
        }

        canvas.Line(zero, RowFrame.FirstRow - 4, zero, frame.Bottom, "base");
    }
}

namespace Lossary.Reports;

/// <summary>One row a loss: a dot for each fold, a tick at the mean, a bar for its interval.</summary>
/// <remarks>Shows every fold where bars with whiskers would hide them.</remarks>
public sealed class DotPlot : Plot
{
    private const double RowHeight = 32;
    private const double Radius = 4;

    /// <summary>Takes the rows.</summary>
    /// <param name="title">What the plot shows, in a few words.</param>
    /// <param name="value">The axis of the values.</param>
    /// <param name="rows">The rows from top to bottom.</param>
    public DotPlot(string title, Axis value, IReadOnlyList<DotRow> rows) : base(title)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(rows);
        Value = value;
        Rows = rows;
    }

    /// <summary>The axis of the values.</summary>
    public Axis Value { get; }

    /// <summary>The rows from top to bottom.</summary>
    public IReadOnlyList<DotRow> Rows { get; }

    /// <summary>A value to hold the rows against; by default, the mean of the highlighted row.</summary>
    public double? Reference { get; init; }

    /// <inheritdoc/>
    public override string Description => Rows.Count == 0
        ? "No rows."
        : $"{Value.Label}, mean of the folds: " + string.Join("; ", Rows.Select(Described)) + ".";

    /// <inheritdoc/>
    public override Table ToTable() => new(
        [
            TableColumn.Words("Loss"),
            TableColumn.Numbers("Mean"),
            TableColumn.Numbers("Interval"),
            TableColumn.Numbers("Lowest fold"),
            TableColumn.Numbers("Highest fold"),
            TableColumn.Numbers("Folds"),
        ],
        [.. Rows.Select(TableRowOf)],
        $"{Title}: {Value.Label}");

    private protected override double HeightAt(double width) =>
        RowFrame.HeightOf([.. Rows.Select(row => row.Label)], RowHeight, width);

    private protected override void Draw(SvgCanvas canvas)
    {
        string[] notes = Notes();
        RowFrame frame = new(canvas, Scale.Of(Value, Shown()), [.. Rows.Select(row => row.Label)], notes, RowHeight);
        for (int i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].IsHighlighted)
            {
                frame.Tint(i);
            }
        }

        frame.Draw(Value);
        DrawReference(frame);
        for (int i = 0; i < Rows.Count; i++)
        {
            DrawRow(frame, i);
            frame.Name(i, Rows[i].Label, Rows[i].IsHighlighted);
            frame.Note(i, notes[i], Rows[i].IsHighlighted ? "end strong" : "end soft");
        }
    }

    internal IEnumerable<double> Shown() => Rows
        .SelectMany(row => row.HasInterval
            ? row.Finite.Append(row.MarkedMean).Append(row.Lower ?? 0).Append(row.Upper ?? 0)
            : row.Finite.Append(row.MarkedMean))
        .Append(Reference ?? double.NaN);

    private string[] Notes()
    {
        double[] means = [.. Rows.Select(row => row.MarkedMean)];
        IReadOnlyList<string> texts = Quantity.FormatColumn(means);
        return [.. Rows.Select((_, i) => double.IsFinite(means[i]) ? Rows[i].Text ?? texts[i] : "")];
    }

    private void DrawReference(RowFrame frame)
    {
        double reference = Reference ?? Rows.FirstOrDefault(row => row.IsHighlighted)?.MarkedMean ?? double.NaN;
        double at = frame.Scale.Map(reference);
        if (double.IsFinite(at))
        {
            frame.Canvas.Line(at, RowFrame.FirstRow - 4, at, frame.Bottom, "ref");
        }
    }

    private void DrawRow(RowFrame frame, int index)
    {
        DotRow row = Rows[index];
        double middle = frame.Middle(index);
        double previous = double.NegativeInfinity;
        int step = 0;
        foreach (double value in row.Finite.Order())
        {
            double at = frame.Scale.Map(value);
            if (double.IsFinite(at))
            {
                // Dots that would hide each other take turns above and below the line.
                step = at - previous < 1.5 * Radius ? (step + 1) % 3 : 0;
                double offset = step == 0 ? 0 : step == 1 ? -5 : 5;
                string hint = $"{row.Label}: {Quantity.Format(value, 4)}";
                frame.Canvas.Dot(at, middle + offset, Radius, row.Style, 0.7, hint);
                previous = at;
            }
        }

        double mean = frame.Scale.Map(row.MarkedMean);
        if (double.IsFinite(mean))
        {
            DrawMean(frame, row, mean, middle);
        }
        else
        {
            frame.Remark(index, row.Note ?? "no value");
        }
    }

    private static void DrawMean(RowFrame frame, DotRow row, double mean, double middle)
    {
        if (row.HasInterval)
        {
            double from = frame.Scale.Map(row.Lower ?? 0);
            double to = frame.Scale.Map(row.Upper ?? 0);
            if (double.IsFinite(from) && double.IsFinite(to))
            {
                frame.Canvas.Line(from, middle, to, middle, "mark", 1.5);
            }
        }

        frame.Canvas.Line(mean, middle - 11, mean, middle + 11, "mark", 2.5);
    }

    private TableRow TableRowOf(DotRow row)
    {
        NumberShape shape = NumberShape.For(Rows.SelectMany(other => other.Finite), 3);
        string interval = row.HasInterval ? Quantity.Interval(row.Lower ?? 0, row.Upper ?? 0) : "";
        double[] values = [.. row.Finite];
        string mean = double.IsFinite(row.MarkedMean)
            ? row.Text ?? Quantity.Format(row.MarkedMean)
            : row.Note ?? "no value";
        return new(
        [
            row.Label,
            mean,
            interval,
            values.Length == 0 ? "" : shape.Write(values.Min()),
            values.Length == 0 ? "" : shape.Write(values.Max()),
            Quantity.Count(values.Length),
        ])
        {
            IsHighlighted = row.IsHighlighted,
            Style = row.Style,
        };
    }

    private static string Described(DotRow row) => double.IsFinite(row.MarkedMean)
        ? $"{row.Label} {Quantity.Format(row.MarkedMean)}"
        : $"{row.Label} {row.Note ?? "no value"}";
}

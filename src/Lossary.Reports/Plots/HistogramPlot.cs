using System.Globalization;
using System.Text;

namespace Lossary.Reports;

/// <summary>How often values fall where: bars over equal stretches of the axis.</summary>
public sealed class HistogramPlot : Plot
{
    private readonly Scale _scale;
    private readonly Bins _bins;
    private readonly bool _isWhole;

    /// <summary>Counts the values.</summary>
    /// <param name="title">What the plot shows, in a few words.</param>
    /// <param name="value">The axis of the values.</param>
    /// <param name="values">The values; those that the axis cannot show are left out.</param>
    public HistogramPlot(string title, Axis value, IReadOnlyList<double> values) : base(title)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(values);
        Value = value;
        Scale scale = Scale.Of(value, values);
        int number = Bins.Number(values, scale);
        (Scale Scale, int Number)? whole = Bins.OfWhole(value, values, scale, number);
        _isWhole = whole is not null;
        (_scale, number) = whole ?? (scale, number);
        _bins = Bins.Across(values, _scale, number);
        LeftOut = values.Count - _bins.Counts.Sum();
    }

    /// <summary>The axis of the values.</summary>
    public Axis Value { get; }

    /// <summary>The bars' look.</summary>
    public SeriesStyle Style { get; init; }

    /// <summary>How many values the axis cannot show: not finite, outside it, or not positive on a logarithmic
    /// one.</summary>
    public int LeftOut { get; }

    /// <inheritdoc/>
    public override string Description
    {
        get
        {
            int most = Array.IndexOf(_bins.Counts, _bins.Counts.Max());
            string range = Range(most, 3);
            return $"{Quantity.Count(_bins.Counts.Sum())} values of {Value.Label}; most frequent "
                + $"{(_isWhole ? "at" : "between")} {range}.";
        }
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        [TableColumn.Words(Value.Label), TableColumn.Numbers("Count")],
        [.. _bins.Counts.Select((count, i) => new TableRow(
            [Range(i, 4), Quantity.Count(count)]))],
        Title);

    /// <summary>What a bar counts: between its edges, or the whole numbers there.</summary>
    private string Range(int bar, int digits)
    {
        double inset = _isWhole ? 0.5 : 0;
        double low = _bins.Edges[bar] + inset;
        double high = _bins.Edges[bar + 1] - inset;
        return _isWhole && high - low < 0.5
            ? Math.Round(low).ToString("0", CultureInfo.InvariantCulture)
            : Quantity.Interval(low, high, digits);
    }

    private protected override double HeightAt(double width) => width < 500 ? 300 : 260;

    private protected override void Draw(SvgCanvas canvas)
    {
        Axis counts = new("count") { Minimum = 0 };
        Frame frame = new(canvas, _scale, Scale.Of(counts, _bins.Counts.Select(count => (double)count)), 8);
        frame.Draw(Value, counts);
        StringBuilder path = new();
        for (int i = 0; i < _bins.Counts.Length; i++)
        {
            double left = frame.X.Map(_bins.Edges[i]);
            double right = frame.X.Map(_bins.Edges[i + 1]);
            double top = frame.Y.Map(_bins.Counts[i]);
            Bins.AppendBar(path, left + 0.5, top, right - left - 1, frame.Bottom - top);
        }

        canvas.Area(path.ToString(), Style, 0.85);
    }
}

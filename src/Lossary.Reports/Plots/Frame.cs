namespace Lossary.Reports;

/// <summary>The two axes of a plot and the room between them.</summary>
internal sealed class Frame
{
    private const double Gap = 8;
    private readonly SvgCanvas _canvas;
    private readonly Ticks _xTicks;
    private readonly Ticks _yTicks;

    /// <summary>Makes room for the axes' labels at the left and below, and for <paramref name="right"/>
    /// pixels.</summary>
    public Frame(SvgCanvas canvas, Scale x, Scale y, double right)
    {
        _canvas = canvas;
        Top = 28;
        Bottom = canvas.Height - 44;
        _yTicks = y.Ticks((int)Math.Max(2, (Bottom - Top) / 48));
        Left = Math.Ceiling(_yTicks.Labels.Select(Width).DefaultIfEmpty(0).Max() + Gap);
        Right = canvas.Width - right;
        _xTicks = x.Ticks((int)Math.Max(3, (Right - Left) / 80));
        X = x.Onto(Left, Right);
        Y = y.Onto(Bottom, Top);
    }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    public Scale X { get; }

    public Scale Y { get; }

    /// <summary>The grid with its labels, and the axes' names at the ends that they grow to.</summary>
    public void Draw(Axis x, Axis y)
    {
        for (int i = 0; i < _yTicks.Values.Count; i++)
        {
            double at = Y.Map(_yTicks.Values[i]);
            _canvas.Line(Left, at, Right, at, "rule");
            _canvas.Text(Left - Gap, at + 4, _yTicks.Labels[i], "soft end");
        }

        _canvas.Line(Left, Bottom, Right, Bottom, "base");
        for (int i = 0; i < _xTicks.Values.Count; i++)
        {
            double at = X.Map(_xTicks.Values[i]);
            _canvas.Line(at, Bottom, at, Bottom + 4, "base");
            _canvas.Text(at, Bottom + 18, _xTicks.Labels[i], "soft mid");
        }

        double room = _canvas.Width - 16;
        _canvas.Text(0, 13, Fit("↑ " + y.Label, room), "");
        _canvas.Text(Right, _canvas.Height - 6, Fit(x.Label + " →", Right), "end");
    }

    /// <summary>Cuts off what reaches out of the room between the axes.</summary>
    public void Clip() => _canvas.Clip(Left - 4, Top - 4, Right - Left + 8, Bottom - Top + 4);

    private static double Width(string text) => TextWidth.Of(text, PlotStyles.FontSize);

    private static string Fit(string text, double width) => TextWidth.Fit(text, PlotStyles.FontSize, width);
}

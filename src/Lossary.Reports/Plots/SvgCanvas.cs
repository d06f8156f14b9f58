using System.Globalization;
using System.Text;

namespace Lossary.Reports;

/// <summary>Writes an SVG element by element; numbers in tenths of a pixel, all text escaped.</summary>
internal sealed class SvgCanvas
{
    private readonly StringBuilder _svg = new();

    public SvgCanvas(double width, double height, string title, string description, SvgUse use)
    {
        Width = width;
        Height = height;
        _svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" role=\"img\" viewBox=\"0 0 ")
            .Append(Number(width)).Append(' ').Append(Number(height))
            .Append("\" width=\"").Append(Number(width)).Append("\" height=\"").Append(Number(height))
            .Append("\" aria-label=\"").Append(Escaping.Markup(title)).Append("\">\n");
        _svg.Append("<title>").Append(Escaping.Markup(title)).Append("</title>\n");
        _svg.Append("<desc>").Append(Escaping.Markup(description)).Append("</desc>\n");
        if (use == SvgUse.Standalone)
        {
            _svg.Append("<style>").Append(PlotStyles.Css).Append("</style>\n");
            _svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\" style=\"fill:var(--paper)\"/>\n");
        }
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>A coordinate with at most one decimal.</summary>
    public static string Number(double value)
    {
        double rounded = Math.Round(value, 1);
        return (rounded == 0 ? 0 : rounded).ToString("0.#", CultureInfo.InvariantCulture);
    }

    /// <summary>A text; <paramref name="cssClass"/> gives its colour, weight and anchor.</summary>
    public void Text(double x, double y, string text, string cssClass = "")
    {
        if (text.Length == 0)
        {
            return;
        }

        Open("text");
        Attribute("x", x);
        Attribute("y", y);
        Attribute("class", cssClass);
        _svg.Append('>').Append(Escaping.Markup(text)).Append("</text>\n");
    }

    public void Line(double x1, double y1, double x2, double y2, string cssClass, double strokeWidth = 1)
    {
        Open("path");
        Attribute("class", cssClass);
        _svg.Append(" d=\"M").Append(Number(x1)).Append(' ').Append(Number(y1)).Append('L')
            .Append(Number(x2)).Append(' ').Append(Number(y2)).Append('"');
        Attribute("stroke-width", strokeWidth);
        // Seen only by viewers that know no style variables.
        Attribute("stroke", cssClass == "rule" ? "#dfe2e7" : "#5c6573");
        Close();
    }

    public void Stroke(string path, SeriesStyle style, double strokeWidth, bool isDashed, double opacity = 1)
    {
        Open("path");
        Attribute("class", style.SeriesClass);
        Attribute("fill", "none");
        Attribute("stroke", style.Colour);
        Attribute("stroke-width", strokeWidth);
        Attribute("stroke-linejoin", "round");
        Attribute("stroke-dasharray", isDashed ? style.Dash : "");
        AttributeUnlessOne("opacity", opacity);
        Attribute("d", path);
        Close();
    }

    /// <summary>Round dots, as a path of lines without length.</summary>
    public void Dots(string path, SeriesStyle style, double diameter, double opacity, string lineCap = "round")
    {
        Open("path");
        Attribute("class", style.SeriesClass);
        Attribute("fill", "none");
        Attribute("stroke", style.Colour);
        Attribute("stroke-width", diameter);
        Attribute("stroke-linecap", lineCap);
        AttributeUnlessOne("opacity", opacity);
        Attribute("d", path);
        Close();
    }

    public void Area(string path, SeriesStyle style, double opacity)
    {
        Open("path");
        Attribute("class", style.SeriesClass);
        Attribute("fill", style.Colour);
        AttributeUnlessOne("opacity", opacity);
        Attribute("d", path);
        Close();
    }

    public void Area(string path, string cssClass)
    {
        Open("path");
        Attribute("class", cssClass);
        Attribute("fill", "#dfe2e7");
        Attribute("d", path);
        Close();
    }

    public void Dot(double x, double y, double radius, SeriesStyle style, double opacity, string hint)
    {
        Open("circle");
        Attribute("class", style.SeriesClass);
        Attribute("cx", x);
        Attribute("cy", y);
        Attribute("r", radius);
        Attribute("fill", style.Colour);
        AttributeUnlessOne("opacity", opacity);
        _svg.Append("><title>").Append(Escaping.Markup(hint)).Append("</title></circle>\n");
    }

    public void Rectangle(double x, double y, double width, double height, SeriesStyle style, double opacity = 1)
    {
        Open("rect");
        Attribute("class", style.SeriesClass);
        Box(x, y, width, height);
        Attribute("fill", style.Colour);
        AttributeUnlessOne("opacity", opacity);
        Close();
    }

    public void Tint(double x, double y, double width, double height)
    {
        Open("rect");
        Box(x, y, width, height);
        Attribute("class", "tint");
        Attribute("fill", "none");
        Close();
    }

    /// <summary>Cuts off what is drawn until <see cref="Unclip"/>: a nested SVG clips without needing an id.</summary>
    public void Clip(double x, double y, double width, double height)
    {
        Open("svg");
        Box(x, y, width, height);
        _svg.Append(" viewBox=\"").Append(Number(x)).Append(' ').Append(Number(y)).Append(' ')
            .Append(Number(width)).Append(' ').Append(Number(height)).Append("\">\n");
    }

    public void Unclip() => _svg.Append("</svg>\n");

    public string Finish() => _svg.Append("</svg>\n").ToString();

    private void Open(string element) => _svg.Append('<').Append(element);

    private void Close() => _svg.Append("/>\n");

    private void Box(double x, double y, double width, double height)
    {
        Attribute("x", x);
        Attribute("y", y);
        Attribute("width", Math.Max(0, width));
        Attribute("height", Math.Max(0, height));
    }

    private void Attribute(string name, double value) => Attribute(name, Number(value));

    private void AttributeUnlessOne(string name, double value)
    {
        if (value < 1)
        {
            Attribute(name, value.ToString("0.##", CultureInfo.InvariantCulture));
        }
    }

    private void Attribute(string name, string value)
    {
        if (value.Length > 0)
        {
            _svg.Append(' ').Append(name).Append("=\"").Append(value).Append('"');
        }
    }
}

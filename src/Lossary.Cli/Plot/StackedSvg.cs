using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lossary.Reports;

namespace Lossary.Cli;

/// <summary>Several plots in one SVG, one below the other.</summary>
internal static partial class StackedSvg
{
    private const int Width = 720;

    public static string Of(IReadOnlyList<LinePlot> plots)
    {
        StringBuilder inner = new();
        double top = 0;
        foreach (LinePlot plot in plots)
        {
            string svg = plot.ToSvg(SvgUse.Standalone, Width);
            double height = double.Parse(Height().Match(svg).Groups["height"].Value, CultureInfo.InvariantCulture);
            inner.Append(CultureInfo.InvariantCulture, $"<svg y=\"{top}\"{svg["<svg".Length..]}");
            top += height;
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{top}\" viewBox=\"0 0 {Width} "
                + $"{top}\">\n")
            + inner + "</svg>\n";
    }

    [GeneratedRegex(@"\bheight=""(?<height>[\d.]+)""")]
    private static partial Regex Height();
}

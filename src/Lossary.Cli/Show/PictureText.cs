using System.Globalization;
using Lossary.Reports;
using Spectre.Console;
using Paragraph = Spectre.Console.Paragraph;

namespace Lossary.Cli;

/// <summary>A terminal picture in the palette's colours.</summary>
internal static class PictureText
{
    public static Paragraph Of(TerminalPicture picture)
    {
        Paragraph text = new();
        foreach (IReadOnlyList<TerminalSpan> line in picture.Lines)
        {
            foreach (TerminalSpan span in line)
            {
                text.Append(span.Text, StyleOf(span.Style));
            }

            text.Append("\n");
        }

        return text;
    }

    public static Style StyleOf(SeriesStyle? style) => style is SeriesStyle look
        ? new Style(new Color(Part(look.Colour, 1), Part(look.Colour, 3), Part(look.Colour, 5)))
        : Style.Plain;

    /// <summary>Two hexadecimal digits of #rrggbb.</summary>
    private static byte Part(string colour, int at) =>
        byte.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

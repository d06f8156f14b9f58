using System.Text;

namespace Lossary.Reports;

/// <summary>Writes the blocks of a document as HTML.</summary>
internal sealed class HtmlBlocks(StringBuilder html, HtmlDetail detail)
{
    private const int MostColumns = 40;
    private const int MostItems = 100;
    private const int LongestUnbroken = 24;
    private const int HeatSteps = 5;
    private const int RoomyColumns = 7;

    /// <summary>Whether the page will be written anew in less detail, so that its rest is not needed.</summary>
    private bool IsTooLong => html.Length > HtmlRenderer.MostBytes;

    /// <summary>The text, cut to what the level of detail allows, escaped.</summary>
    public string Text(string text) => Escaping.Markup(Escaping.Cut(text, detail.Characters));

    /// <summary>
    /// The text with minus signs before numbers, and numbers kept together with what belongs to them.
    /// </summary>
    private string Prose(string text) => Text(ProseSigns.Of(text));

    /// <summary>An element with text; nothing where there is no text.</summary>
    public void Line(string element, string cssClass, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        html.Append('<').Append(element);
        if (cssClass.Length > 0)
        {
            html.Append(" class=\"").Append(cssClass).Append('"');
        }

        html.Append('>').Append(Prose(text)).Append("</").Append(element).Append(">\n");
    }

    /// <summary>The names of losses beside their looks; pointing at one makes all its lines rise.</summary>
    public void WriteKey(IReadOnlyList<KeyEntry> key)
    {
        if (key.Count == 0)
        {
            return;
        }

        html.Append("<ul class=\"key\" aria-label=\"Losses\">");
        foreach (KeyEntry entry in key.Take(MostItems))
        {
            html.Append("<li class=\"").Append(entry.Style.KeyClass).Append("\" tabindex=\"0\">");
            WriteSwatch(entry.Style);
            html.Append("<span>").Append(Text(entry.Name)).Append("</span></li>\n");
        }

        html.Append("</ul>\n");
    }

    public void WriteSection(Section section, int level, string anchor)
    {
        string heading = level <= 2 ? "h2" : "h3";
        html.Append("<section");
        if (anchor.Length > 0)
        {
            html.Append(" id=\"").Append(anchor).Append('"');
        }

        html.Append(">\n");
        Line(heading, "", section.Title);
        foreach (Block block in section.Blocks)
        {
            Write(block, level);
        }

        html.Append("</section>\n");
    }

    public void Write(Block block, int level = 2)
    {
        if (IsTooLong)
        {
            return;
        }

        switch (block)
        {
            case Section section: WriteSection(section, level + 1, anchor: ""); break;
            case Verdict verdict: WriteVerdict(verdict); break;
            case Paragraph paragraph: Line("p", "", paragraph.Text); break;
            case Notice notice: Line("p", "notice", notice.Text); break;
            case CodeBlock code: WriteCode(code); break;
            case BulletList list: WriteList(list); break;
            case SettingList settings: WriteSettings(settings); break;
            case Table table: WriteTable(table); break;
            case Figure figure: WriteFigure(figure, isHalf: false); break;
            case FigureGroup group: WriteGroup(group); break;
            default: throw new ArgumentException($"block has the unknown type {block.GetType().Name}.", nameof(block));
        }
    }

    private void WriteVerdict(Verdict verdict)
    {
        string tone = verdict.Tone switch
        {
            VerdictTone.Tie => " tie",
            VerdictTone.Caution => " caution",
            _ => "",
        };
        html.Append("<section class=\"verdict").Append(tone).Append("\" aria-label=\"Verdict\">\n");
        Line("p", "tone", verdict.Label);
        Line("p", "headline", verdict.Headline);
        Line("p", "detail", verdict.Detail);
        if (verdict.Figures.Count > 0)
        {
            Line("p", "of", verdict.FiguresTitle);
            html.Append("<dl class=\"figures\">\n");
            foreach (KeyFigure figure in verdict.Figures.Take(MostItems))
            {
                html.Append("<div>");
                Line("dt", "", figure.Label);
                Line("dd", "value", figure.Value);
                Line("dd", "note", figure.Note);
                html.Append("</div>\n");
            }

            html.Append("</dl>\n");
        }

        html.Append("</section>\n");
    }

    private void WriteCode(CodeBlock code)
    {
        IEnumerable<string> lines = Escaping.Cut(code.Code, detail.Characters).ReplaceLineEndings("\n").Split('\n');
        html.Append("<pre tabindex=\"0\">").AppendJoin('\n', lines.Select(Escaping.Markup)).Append("</pre>\n");
    }

    private void WriteList(BulletList list)
    {
        html.Append("<ul>\n");
        foreach (string item in list.Items.Take(MostItems))
        {
            Line("li", "", item);
        }

        html.Append("</ul>\n");
        LeftOut(list.Items.Count - MostItems, "points");
    }

    private void WriteSettings(SettingList list)
    {
        html.Append("<dl class=\"settings\">\n");
        foreach (Setting setting in list.Settings.Take(MostItems))
        {
            html.Append("<dt>").Append(Text(setting.Name)).Append("</dt><dd>").Append(Prose(setting.Value))
                .Append("</dd>\n");
        }

        html.Append("</dl>\n");
        LeftOut(list.Settings.Count - MostItems, "settings");
    }

    private void WriteTable(Table table)
    {
        int columns = Math.Min(table.Columns.Count, MostColumns);
        Line("p", "caption", table.Caption);
        // Focusable, so that the keyboard can scroll it; named by the caption, which stands outside to stay in view.
        html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
            .Append(Text(table.Caption ?? "Table"))
            .Append(columns > RoomyColumns ? "\"><table class=\"dense\">" : "\"><table>")
            .Append("\n<thead><tr>");
        foreach (TableColumn column in table.Columns.Take(columns))
        {
            html.Append("<th scope=\"col\"").Append(column.IsNumeric ? " class=\"num\">" : ">")
                .Append(Text(column.Header)).Append("</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (TableRow row in table.Rows.Take(detail.Rows))
        {
            if (!IsTooLong)
            {
                WriteRow(table, row, columns);
            }
        }

        html.Append("</tbody></table></div>\n");
        LeftOut(table.Rows.Count - detail.Rows, "rows");
        LeftOut(table.Columns.Count - columns, "columns");
    }

    private void WriteRow(Table table, TableRow row, int columns)
    {
        string rowClass = row.Style is SeriesStyle look ? look.KeyClass : "";
        rowClass = row.IsHighlighted ? ("top " + rowClass).TrimEnd() : rowClass;
        html.Append(rowClass.Length > 0 ? $"<tr class=\"{rowClass}\">" : "<tr>");
        for (int i = 0; i < columns; i++)
        {
            TableCell cell = row.Cells[i];
            string element = i == 0 ? "th scope=\"row\"" : "td";
            string numeric = table.Columns[i].IsNumeric ? "num" : "";
            numeric = i == 0 && cell.Text.Length <= LongestUnbroken ? "short"
                : i > 0 && numeric.Length == 0 && cell.Text.Length > LongestUnbroken ? "long"
                : numeric;
            string[] classes = [numeric, cell.IsBest ? "best" : "", HeatClass(cell.Heat)];
            string cssClass = string.Join(' ', classes.Where(name => name.Length > 0));
            html.Append('<').Append(element);
            if (cssClass.Length > 0)
            {
                html.Append(" class=\"").Append(cssClass).Append('"');
            }

            html.Append('>');
            if (i == 0 && row.Style is SeriesStyle style)
            {
                WriteSwatch(style);
            }

            html.Append(table.Columns[i].IsNumeric ? Prose(cell.Text) : Text(cell.Text));
            Line("span", "cell-note", cell.Note);
            html.Append(i == 0 ? "</th>" : "</td>");
        }

        html.Append("</tr>\n");
    }

    private void WriteSwatch(SeriesStyle style)
    {
        html.Append("<svg class=\"swatch\" viewBox=\"0 0 20 10\" aria-hidden=\"true\"><path d=\"M0 5h20\" stroke=\"")
            .Append(style.Colour).Append("\" stroke-width=\"4\"");
        if (style.Dash.Length > 0)
        {
            html.Append(" stroke-dasharray=\"").Append(style.Dash).Append('"');
        }

        html.Append("/></svg>");
    }

    private void WriteGroup(FigureGroup group)
    {
        html.Append("<div class=\"group\">\n");
        WriteKey(group.Key);
        html.Append("<div class=\"pair\">\n");
        foreach (Figure figure in group.Figures)
        {
            WriteFigure(figure, isHalf: true);
        }

        html.Append("</div>\n</div>\n");
    }

    private void WriteFigure(Figure figure, bool isHalf)
    {
        html.Append("<figure>\n<figcaption><b>").Append(Text(figure.Plot.Title)).Append("</b><span>")
            .Append(Prose(figure.Caption)).Append("</span></figcaption>\n");
        if (detail.HasPlots && isHalf)
        {
            html.Append(figure.Plot.ToSvg(SvgUse.Inline, Plot.HalfWidth));
        }
        else if (detail.HasPlots)
        {
            WritePlot("wide", figure.Plot, Plot.WideWidth);
            WritePlot("narrow", figure.Plot, Plot.NarrowWidth);
        }

        html.Append("<details><summary>The numbers as a table</summary>\n");
        WriteTable(figure.Plot.ToTable());
        html.Append("</details>\n</figure>\n");
    }

    /// <summary>Lines whose names would be cut at their ends are named in a key above.</summary>
    private void WritePlot(string cssClass, Plot plot, int width)
    {
        html.Append("<div class=\"").Append(cssClass).Append("\">");
        if (plot is LinePlot lines && !lines.HasRoomForNames(width))
        {
            WriteKey([.. lines.Series.Reverse().Select(line => new KeyEntry(line.Name, line.Style))]);
            plot = lines.WithoutNames();
        }

        html.Append(plot.ToSvg(SvgUse.Inline, width)).Append("</div>\n");
    }

    private void LeftOut(int count, string what)
    {
        if (count > 0)
        {
            Line("p", "subtitle", $"{Quantity.Count(count)} more {what} are not shown here.");
        }
    }

    private static string HeatClass(double? heat) => heat is > 0 and <= 1
        ? "h" + Quantity.Fixed(Math.Ceiling(heat.Value * HeatSteps), 0)
        : "";
}

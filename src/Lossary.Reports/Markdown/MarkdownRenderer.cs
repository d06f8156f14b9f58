using System.Text;

namespace Lossary.Reports;

/// <summary>Writes a report as GitHub-flavoured Markdown, for people and programs that read text.</summary>
/// <remarks>All text of the document is escaped; plots stand as their tables.</remarks>
public static class MarkdownRenderer
{
    private const int MostRows = 200;

    /// <summary>The document as Markdown.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The text, with LF line ends.</returns>
    public static string Render(ReportDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        StringBuilder text = new();
        Paragraph(text, "# " + MarkdownText.Escape(document.Title));
        Paragraph(text, MarkdownText.Escape(document.Subtitle ?? ""));
        if (document.Lead is Verdict lead)
        {
            WriteVerdict(text, lead);
        }

        foreach (Section section in document.Sections)
        {
            WriteSection(text, section, level: 2);
        }

        if (!string.IsNullOrEmpty(document.Footer))
        {
            Paragraph(text, "---");
            Paragraph(text, MarkdownText.Escape(document.Footer));
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void WriteSection(StringBuilder text, Section section, int level)
    {
        Paragraph(text, new string('#', Math.Min(level, 6)) + " " + MarkdownText.Escape(section.Title));
        foreach (Block block in section.Blocks)
        {
            Write(text, block, level);
        }
    }

    private static void Write(StringBuilder text, Block block, int level)
    {
        switch (block)
        {
            case Section section: WriteSection(text, section, level + 1); break;
            case Verdict verdict: WriteVerdict(text, verdict); break;
            case Paragraph paragraph: Paragraph(text, MarkdownText.Escape(paragraph.Text)); break;
            case Notice notice: Paragraph(text, "> **Note:** " + MarkdownText.Escape(notice.Text)); break;
            case CodeBlock code: Paragraph(text, MarkdownText.Fenced(code.Code)); break;
            case BulletList list: WriteItems(text, list.Items.Select(MarkdownText.Escape)); break;
            case SettingList settings: WriteItems(text, settings.Settings.Select(Item)); break;
            case Table table: WriteTable(text, table); break;
            case Figure figure: WriteFigure(text, figure); break;
            case FigureGroup group: WriteGroup(text, group); break;
            default: throw new ArgumentException($"block has the unknown type {block.GetType().Name}.", nameof(block));
        }
    }

    private static void WriteVerdict(StringBuilder text, Verdict verdict)
    {
        Paragraph(text, "**" + MarkdownText.Escape(verdict.Headline) + "**");
        Paragraph(text, MarkdownText.Escape(verdict.Detail ?? ""));
        Paragraph(text, MarkdownText.Escape(verdict.FiguresTitle ?? ""));
        WriteItems(text, verdict.Figures.Select(figure =>
            Item(new(figure.Label, figure.Note is null ? figure.Value : $"{figure.Value} ({figure.Note})"))));
    }

    private static void WriteFigure(StringBuilder text, Figure figure)
    {
        Paragraph(text, "**" + MarkdownText.Escape(figure.Plot.Title) + ".** " + MarkdownText.Escape(figure.Caption));
        text.Append("<details><summary>The numbers</summary>\n\n");
        WriteTable(text, figure.Plot.ToTable() with { Caption = null });
        text.Append("</details>\n\n");
    }

    private static void WriteGroup(StringBuilder text, FigureGroup group)
    {
        foreach (Figure figure in group.Figures)
        {
            WriteFigure(text, figure);
        }
    }

    private static void WriteTable(StringBuilder text, Table table)
    {
        Paragraph(text, MarkdownText.Escape(table.Caption ?? ""));
        if (table.Columns.Count == 0)
        {
            return;
        }

        WriteCells(text, table.Columns.Select(column => MarkdownText.Escape(column.Header)));
        WriteCells(text, table.Columns.Select(column => column.IsNumeric ? "---:" : "---"));
        foreach (TableRow row in table.Rows.Take(MostRows))
        {
            WriteCells(text, row.Cells.Select((cell, i) => Cell(cell, namesBest: i == 0 && row.IsHighlighted)));
        }

        text.Append('\n');
        if (table.Rows.Count > MostRows)
        {
            Paragraph(text, $"{Quantity.Count(table.Rows.Count - MostRows)} more rows are not shown here.");
        }
    }

    private static string Cell(TableCell cell, bool namesBest)
    {
        string escaped = MarkdownText.Escape(cell.Text);
        string marked = (cell.IsBest || namesBest) && escaped.Length > 0 ? "**" + escaped + "**" : escaped;
        return cell.Note is null ? marked : marked + " (" + MarkdownText.Escape(cell.Note) + ")";
    }

    private static void WriteCells(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static void WriteItems(StringBuilder text, IEnumerable<string> items)
    {
        int before = text.Length;
        foreach (string item in items)
        {
            text.Append("- ").Append(item).Append('\n');
        }

        if (text.Length > before)
        {
            text.Append('\n');
        }
    }

    private static string Item(Setting setting) =>
        MarkdownText.Escape(setting.Name) + ": " + MarkdownText.Escape(setting.Value);

    private static void Paragraph(StringBuilder text, string paragraph)
    {
        if (paragraph.Length > 0)
        {
            text.Append(paragraph).Append("\n\n");
        }
    }
}

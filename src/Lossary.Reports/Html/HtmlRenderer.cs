using System.Text;

namespace Lossary.Reports;

/// <summary>Writes a report as one page that needs nothing else: no script, no network, one style sheet
/// inside.</summary>
/// <remarks>Readable at phone width, in light and dark, and on paper. All text of the document is escaped, and the page
/// forbids scripts and remote resources by its own policy.</remarks>
public static class HtmlRenderer
{
    /// <summary>No page is larger, in bytes; a document that would be is shown in less detail.</summary>
    public const int MostBytes = 2_000_000;

    private const int MostBlocks = 400;

    /// <summary>The document as an HTML page.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The page, at most <see cref="MostBytes"/> bytes in UTF-8: long tables are cut first, with a remark
    /// that says so, and plots are left to their tables last.</returns>
    public static string Render(ReportDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        string page = "";
        foreach (HtmlDetail detail in HtmlDetail.Levels)
        {
            page = Page(document, detail);
            if (Encoding.UTF8.GetByteCount(page) <= MostBytes)
            {
                return page;
            }
        }

        return Page(Shortened(document), HtmlDetail.Levels[^1]);
    }

    private static string Page(ReportDocument document, HtmlDetail detail)
    {
        StringBuilder html = new();
        HtmlBlocks blocks = new(html, detail);
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" ")
            .Append("content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<title>").Append(blocks.Text(document.Title)).Append("</title>\n<style>\n")
            .Append(PageStyles.Css).Append('\n').Append(PlotStyles.Css).Append('\n')
            .Append(KeyStyles.For(document.Key.Count)).Append("\n</style>\n</head>\n<body>\n");
        html.Append("<header>\n<h1>").Append(blocks.Text(document.Title)).Append("</h1>\n");
        blocks.Line("p", "subtitle", document.Subtitle);
        html.Append("</header>\n<main>\n");
        if (document.Lead is Verdict lead)
        {
            blocks.Write(lead);
        }

        List<string> anchors = Anchors(document.Sections);
        WriteContents(html, blocks, document, anchors);
        for (int i = 0; i < document.Sections.Count; i++)
        {
            blocks.WriteSection(document.Sections[i], level: 2, anchors[i]);
        }

        html.Append("</main>\n<footer>\n");
        blocks.Line("p", "", document.Footer);
        return html.Append("</footer>\n</body>\n</html>\n").ToString();
    }

    private static void WriteContents(
        StringBuilder html, HtmlBlocks blocks, ReportDocument document, List<string> anchors)
    {
        IReadOnlyList<Section> sections = document.Sections;
        if (sections.Count < 3)
        {
            return;
        }

        html.Append("<nav aria-label=\"Contents\">");
        for (int i = 0; i < sections.Count; i++)
        {
            html.Append("<a href=\"#").Append(anchors[i]).Append("\">").Append(blocks.Text(sections[i].Title))
                .Append("</a>\n");
        }

        blocks.WriteKey(document.Key);
        blocks.Line("p", "hint", document.Key.Count > 1 ? "Point at a loss to follow it through the page." : null);
        html.Append("</nav>\n");
    }

    private static List<string> Anchors(IReadOnlyList<Section> sections)
    {
        List<string> anchors = [];
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (Section section in sections)
        {
            string anchor = Anchor(section.Title);
            string free = anchor;
            for (int i = 2; !taken.Add(free); i++)
            {
                free = anchor + "-" + Quantity.Fixed(i, 0);
            }

            anchors.Add(free);
        }

        return anchors;
    }

    /// <summary>The title in small letters, digits and hyphens.</summary>
    private static string Anchor(string title)
    {
        StringBuilder anchor = new();
        foreach (char letter in Escaping.Cut(title, 60))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                anchor.Append(char.ToLowerInvariant(letter));
            }
            else if (anchor.Length > 0 && anchor[^1] != '-')
            {
                anchor.Append('-');
            }
        }

        string trimmed = anchor.ToString().Trim('-');
        return trimmed.Length > 0 ? trimmed : "section";
    }

    private static ReportDocument Shortened(ReportDocument document)
    {
        int room = MostBlocks;
        Section[] sections = [.. document.Sections.Take(40).Select(section => Shortened(section, ref room))];
        return document with { Sections = sections };
    }

    private static Section Shortened(Section section, ref int room)
    {
        List<Block> kept = [];
        foreach (Block block in section.Blocks)
        {
            if (room > 0)
            {
                room--;
                kept.Add(block is Section inner ? Shortened(inner, ref room) : block);
            }
        }

        bool isCut = kept.Count < section.Blocks.Count;
        if (isCut)
        {
            kept.Add(new Notice("The rest is left out: the page is full."));
        }

        return section with { Blocks = kept };
    }
}

using System.Globalization;
using System.Text;
using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>The index of the pages: by task, by property, by family, by names elsewhere.</summary>
internal static class LossIndexPage
{
    private const string Opening =
        """
        # The losses

        Every loss of the catalogue, each on a page of its own: formula, plot, properties, parameters, when to take it
        and when not, what it is called elsewhere, and code. The pages are written by a test from the entries in
        `src/Lossary.Losses`; edit those.

        """;

    public static string Print()
    {
        StringBuilder page = new(Opening);
        int count = LossCatalogue.All.Count;
        page.Append(CultureInfo.InvariantCulture, $"\n{count} losses: ").Append(
            "[by task](#by-task), [by property](#by-property), [by family](#by-family), [by their names "
            + "elsewhere](#by-their-names-elsewhere). In a terminal: `lossary losses`, `lossary show huber`, `lossary "
            + "plot huber --against squared`, `lossary translate \"torch.nn.HuberLoss(delta=2)\"`.\n");
        ByTask(page);
        ByProperty(page);
        ByFamily(page);
        Elsewhere(page);
        return page.ToString();
    }

    private static void ByTask(StringBuilder page)
    {
        (string Name, LossEntry[] Entries)[] tasks =
        [
            .. Enum.GetValues<LossTask>().Where(task => task != LossTask.None)
                .Select(task => (
                    KebabCase.Of(task.ToString()),
                    LossCatalogue.All.Where(entry => entry.Card.Tasks.HasFlag(task)).ToArray()))
                .Where(task => task.Item2.Length > 0),
        ];
        page.Append("\n## By task\n\n");
        page.AppendJoin(" ·\n", tasks.Select(task => $"[{task.Name}](#{task.Name}) {task.Entries.Length}"))
            .Append('\n');
        foreach ((string name, LossEntry[] entries) in tasks)
        {
            Table(page, name, entries);
        }

        LossEntry[] rest = [.. LossCatalogue.All.Where(entry => entry.Card.Tasks == LossTask.None)];
        if (rest.Length > 0)
        {
            Table(page, "of no one task", rest);
        }
    }

    private static void Table(StringBuilder page, string heading, IEnumerable<LossEntry> entries)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {heading}\n\n")
            .Append(PageText.Head("loss", "key", "中文", "when"));
        foreach (LossEntry entry in entries)
        {
            page.Append(PageText.Row(
                Link(entry), PageText.Code(entry.Card.Key), entry.Card.Names.Chinese ?? "",
                PageText.Prose(entry.Card.Use)));
        }
    }

    private static void ByProperty(StringBuilder page)
    {
        page.Append("\n## By property\n\nParameters at their defaults.\n");
        (LossEntry Entry, IReadOnlyList<string> Properties)[] all =
            [.. LossCatalogue.All.Select(entry => (entry, PropertyNames.Of(entry.Traits)))];
        foreach (string property in PropertyMeanings.Properties)
        {
            LossEntry[] entries = [.. all.Where(loss => loss.Properties.Contains(property)).Select(loss => loss.Entry)];
            if (entries.Length > 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"\n### {property}\n\n{PropertyMeanings.Of(property)}\n\n");
                List(page, entries);
            }
        }
    }

    private static void ByFamily(StringBuilder page)
    {
        page.Append("\n## By family\n\nWhat the formula is written over.\n");
        foreach (IGrouping<LossFamily, LossEntry> family in LossCatalogue.All.GroupBy(entry => entry.Family))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### {KebabCase.Of(family.Key.ToString())} family\n\n");
            List(page, family);
        }
    }

    private static void Elsewhere(StringBuilder page)
    {
        page.Append("\n## By their names elsewhere\n");
        foreach (IGrouping<PeerLibrary, CallTemplate> library in CallTemplate.All.GroupBy(template => template.Library))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### {library.Key.Title}\n\n")
                .Append(PageText.Head("there", "here"));
            foreach (CallTemplate template in library.OrderBy(
                template => template.Translation.Call, StringComparer.Ordinal))
            {
                page.Append(PageText.Row(PageText.Code(template.Translation.Call), Link(template.Entry)));
            }
        }
    }

    private static void List(StringBuilder page, IEnumerable<LossEntry> entries) =>
        page.Append(string.Join(" ·\n", entries.Select(Link))).Append('\n');

    private static string Link(LossEntry entry) => $"[{entry.Card.Title}]({entry.Card.Key}.md)";
}

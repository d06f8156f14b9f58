using System.Globalization;
using System.Text;
using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>The page of one loss, from its catalogue entry alone.</summary>
internal static class LossPage
{
    /// <param name="entry">The loss.</param>
    /// <param name="source">The file of its formula, relative to the page; null where it is not known.</param>
    public static string Of(LossEntry entry, string? source)
    {
        ILoss loss = entry.Create();
        StringBuilder page = new();
        Opening(page, entry);
        When(page, entry.Card);
        Formula(page, entry, source);
        page.Append(
            CultureInfo.InvariantCulture,
            $"\n![Value, derivative and second derivative](plots/{entry.Card.Key}.svg)\n");
        Properties(page, loss);
        Inputs(page, entry, loss);
        Parameters(page, entry.Card);
        Neighbours(page, entry);
        Elsewhere(page, entry);
        Example(page, entry);
        page.Append(CultureInfo.InvariantCulture, $"\n## Source\n\n{PageText.Prose(entry.Card.Reference)}\n");
        return page.ToString();
    }

    /// <summary>The words by which a task is asked for, in a sentence.</summary>
    public static string Tasks(LossCard card) =>
        string.Join(", ", LossDescription.TasksOf(card).Select(task => $"[{task}](README.md#{task})"));

    private static void Opening(StringBuilder page, LossEntry entry)
    {
        LossCard card = entry.Card;
        page.Append(CultureInfo.InvariantCulture, $"# {card.Title.Capitalised()}\n\n`{card.Key}`");
        page.Append(card.Aliases.Count == 0 ? "" : $", also {string.Join(", ", card.Aliases.Select(PageText.Code))}");
        page.Append(card.Names.Chinese is null ? "" : $" · {card.Names.Chinese}");
        page.Append(
            CultureInfo.InvariantCulture,
            $" · {KebabCase.Of(entry.Family.ToString())} "
                + $"family{(card.Tasks == LossTask.None ? "" : " · for " + Tasks(card))}\n");
    }

    private static void Formula(StringBuilder page, LossEntry entry, string? source)
    {
        LossVariable variable = LossVariable.Of(entry);
        page.Append(CultureInfo.InvariantCulture, $"\n## Formula\n\n```math\n{LeftSide(entry)}{entry.Formula}\n```\n");
        if (entry.Create() is not IArrayLoss)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n{variable.Symbol} is {variable.Meaning}.\n");
        }

        page.Append(source is null ? "" : $"\nIn code: [{Path.GetFileName(source)}]({source}).\n");
    }

    /// <summary>What the formula is the value of; losses written as a graph may say it themselves.</summary>
    private static string LeftSide(LossEntry entry) => entry.Family switch
    {
        LossFamily.Distance => "L(r) = ",
        LossFamily.Margin => "L(m) = ",
        LossFamily.Pointwise => "L(z, t) = ",
        LossFamily.LogProbability => @"L(\ell) = ",
        LossFamily.Distribution => @"L = \sum_k f(\ell_k, t_k), \quad f(\ell, t) = ",
        LossFamily.ClassMargin or LossFamily.Ordinal => "f(d) = ",
        _ => entry.Formula.Contains('=', StringComparison.Ordinal) ? "" : "L = ",
    };

    private static void When(StringBuilder page, LossCard card)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n- **Take it:** {PageText.Prose(card.Use)}\n");
        if (card.Avoid.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"- **Leave it:** {PageText.Prose(card.Avoid)}\n");
        }
    }

    private static void Properties(StringBuilder page, ILoss loss)
    {
        IReadOnlyList<string> properties = PropertyNames.Of(loss.Traits);
        page.Append("\n## Properties\n\n").Append(PageText.Head("property", "what it means"));
        foreach (string property in properties)
        {
            page.Append(PageText.Row($"[{property}](README.md#{Anchor(property)})", PropertyMeanings.Of(property)));
        }

        if (double.IsFinite(loss.Traits.LipschitzConstant))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"\nThe steepest slope is {Numbers.Plain(loss.Traits.LipschitzConstant)}.\n");
        }

        page.Append("\nEach is a claim that a test tries to refute");
        page.Append(loss.Card.Parameters.Count == 0 ? ".\n" : "; they hold for the parameters' defaults.\n");
    }

    private static void Inputs(StringBuilder page, LossEntry entry, ILoss loss)
    {
        page.Append("\n## Inputs\n\n");
        if (loss is IArrayLoss arrays)
        {
            page.Append(PageText.Head("input", "symbol", "shape", "numbers", "what it is", "gradient"));
            foreach (InputCard card in arrays.Inputs)
            {
                page.Append(PageText.Row(
                    PageText.Code(card.Name) + (card.IsOptional ? " (optional)" : ""), $"${card.Symbol}$",
                    $"[{card.Shape}]",
                    KebabCase.Of(card.Kind.ToString()).Replace('-', ' '), PageText.Prose(card.Meaning),
                    card.IsDifferentiable ? "yes" : "no"));
            }

            return;
        }

        page.Append(PageText.Head("input", "shape", "numbers"));
        string link = KebabCase.Of(entry.Card.Link.ToString());
        if (loss is IClassLoss)
        {
            page.Append(PageText.Row("scores", "[n, classes]", $"{entry.Card.Prediction}, {link} link"));
            page.Append(PageText.Row("targets", "[n]", "a class number, or for many losses shares of the classes"));
        }
        else
        {
            page.Append(PageText.Row("predictions", "[n]", $"{entry.Card.Prediction}, {link} link"));
            page.Append(PageText.Row("targets", "[n]", entry.Card.Target.ToString()));
        }
    }

    private static void Parameters(StringBuilder page, LossCard card)
    {
        if (card.Parameters.Count == 0)
        {
            return;
        }

        page.Append("\n## Parameters\n\n")
            .Append(PageText.Head("parameter", "symbol", "default", "range", "what it is"));
        foreach (ParameterCard parameter in card.Parameters)
        {
            page.Append(PageText.Row(
                PageText.Code(parameter.Name), $"${parameter.Symbol}$", Numbers.Plain(parameter.Default),
                parameter.Range.ToString(), PageText.Prose(parameter.Meaning)));
        }
    }

    private static void Neighbours(StringBuilder page, LossEntry entry)
    {
        IReadOnlyList<LossNeighbours> neighbours = LossNeighbours.Of(entry);
        page.Append(neighbours.Count == 0 ? "" : "\n## Neighbours\n\n");
        foreach (LossNeighbours neighbour in neighbours)
        {
            LossCard card = neighbour.Entry.Card;
            string difference = neighbour.Difference.Length == 0 ? "" : $" ({neighbour.Difference})";
            page.Append(
                CultureInfo.InvariantCulture,
                $"- [{card.Title}]({card.Key}.md){difference}: {PageText.Prose(card.Use)}\n");
        }
    }

    private static void Elsewhere(StringBuilder page, LossEntry entry)
    {
        CallTemplate[] templates = [.. CallTemplate.Of(entry)];
        if (templates.Length == 0)
        {
            return;
        }

        page.Append("\n## Elsewhere\n\n").Append(PageText.Head("library", "there", "here", "what differs"));
        foreach (CallTemplate template in templates)
        {
            Translation translation = template.Translation;
            string value = translation is { Scale: "1", Offset: "0" }
                ? ""
                : $"theirs = {(translation.Scale == "1" ? "" : translation.Scale + " · ")}ours"
                    + (translation.Offset == "0" ? "" : $" + ({translation.Offset})");
            string differs = string.Join("; ", new[] { value, translation.Note }.Where(part => part.Length > 0));
            page.Append(PageText.Row(
                template.Library.Title, PageText.Code(translation.Call), PageText.Code(translation.Ours),
                PageText.Prose(differs)));
        }
    }

    private static void Example(StringBuilder page, LossEntry entry)
    {
        LossExample example = LossExample.Of(entry);
        page.Append(CultureInfo.InvariantCulture, $"\n## In C#\n\n```csharp\n{example.Code}\n```\n\nprints\n\n");
        page.Append(CultureInfo.InvariantCulture, $"```text\n{example.Output}\n```\n");
    }

    /// <summary>What a page makes of a heading.</summary>
    internal static string Anchor(string heading) => heading.Replace(' ', '-');
}

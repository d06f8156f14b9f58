using Lossary.Data;
using Lossary.Reports;
using Lossary.Studies;
using Spectre.Console;
using TextParagraph = Spectre.Console.Paragraph;

namespace Lossary.Cli;

/// <summary>An advice in a terminal: what to train with and why, then what else, then what to mind.</summary>
internal static class AdvicePage
{
    private const int FindingsShown = 4;

    private static readonly Style Recommended = new(Color.Green, decoration: Decoration.Bold);
    private static readonly Style Caution = new(Color.Yellow);

    public static void Print(Shell shell, Advice advice, RecommendRequest request, IReadOnlyList<double> costs)
    {
        Target target = advice.Profile.Target;
        string rows = Quantity.Count(target.Count);
        shell.Print(new Text(
            shell.Spell($"{target.Name} in {advice.Profile.Table.Name}: {rows} rows, {TaskNames.NameOf(target.Task)} "
                + $"({target.Reason})"),
            TextStyles.Quiet));
        shell.Print();
        PrintUntrained(shell, advice);
        foreach (Suggestion suggestion in AdviceText.Asked(advice))
        {
            Print(shell, suggestion);
        }

        PrintOthers(shell, advice);
        PrintWarnings(shell, advice.Warnings);
        PrintFindings(shell, advice.Profile.Findings);
        PropertyTable.Print(shell, advice, costs);
        shell.Print();
        if (NextCommand.Of(advice, request) is string command)
        {
            shell.Print(new Text("Hold it against the data:", TextStyles.Strong));
            shell.Print("  " + command);
        }
        else
        {
            shell.Print("It cannot be held against the data: no column can serve as a feature.");
        }
    }

    private static void PrintUntrained(Shell shell, Advice advice)
    {
        if (advice.Untrained.Count == 0)
        {
            return;
        }

        UntrainedSuggestion first = advice.Untrained[0];
        TextParagraph answer = new("Made for it is ", TextStyles.Strong);
        shell.Print(answer.Append(first.Key, Recommended).Append($", {AdviceText.Lack(first)}", TextStyles.Strong));
        Grid grid = TwoColumns();
        Add(shell, grid, "why", string.Join(", ", first.Reasons.Select(reason => reason.Text)));
        Add(shell, grid, "", first.Use);
        Add(shell, grid, "takes", first.Takes);
        if (advice.Untrained.Count > 1)
        {
            Add(shell, grid, "also", string.Join(", ", advice.Untrained.Skip(1).Select(other => other.Key)));
        }

        Add(shell, grid, "source", first.Source, TextStyles.Quiet);
        shell.Print(grid);
        shell.Print();
    }

    private static void Print(Shell shell, Suggestion suggestion)
    {
        TextParagraph answer = new("Train with ", TextStyles.Strong);
        shell.Print(answer.Append(suggestion.Objective.Name, Recommended));
        Grid grid = TwoColumns();
        Add(shell, grid, "why", AdviceText.Why(suggestion));
        Add(shell, grid, "", suggestion.Because);
        Add(shell, grid, "means", suggestion.Means);
        foreach (string estimate in AdviceText.Estimates(suggestion))
        {
            Add(shell, grid, "with", estimate);
        }

        foreach (Avoidance avoidance in suggestion.Avoids)
        {
            Add(shell, grid, "avoid", $"{avoidance.Name}: {avoidance.Why}");
        }

        if (AdviceText.Doubt(suggestion) is string doubt)
        {
            Add(shell, grid, "but", doubt);
        }

        Add(shell, grid, "source", suggestion.Source, TextStyles.Quiet);
        shell.Print(grid);
        shell.Print();
    }

    private static void PrintOthers(Shell shell, Advice advice)
    {
        IReadOnlyList<Suggestion> others = AdviceText.Others(advice);
        if (others.Count == 0)
        {
            return;
        }

        shell.Print(new Text("Also try", TextStyles.Strong));
        Grid grid = TwoColumns();
        foreach (Suggestion other in others)
        {
            bool isOfSameRule = other.Reasons.Count == 0 || other.RuleId == advice.Recommended.RuleId;
            string reasons = isOfSameRule ? "" : $" ({AdviceText.Why(other)})";
            Add(shell, grid, other.Objective.Name, other.Because.TrimEnd('.') + reasons, label: Style.Plain);
        }

        shell.Print(grid);
        shell.Print();
    }

    private static void PrintWarnings(Shell shell, IReadOnlyList<AdviceWarning> warnings)
    {
        if (warnings.Count == 0)
        {
            return;
        }

        shell.Print(new Text("Mind", TextStyles.Strong));
        Grid grid = TwoColumns();
        foreach (AdviceWarning warning in warnings)
        {
            Add(shell, grid, "!", warning.Message, label: Caution);
        }

        shell.Print(grid);
        shell.Print();
    }

    private static void PrintFindings(Shell shell, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        shell.Print(new Text("In the data", TextStyles.Strong));
        Grid grid = TwoColumns();
        foreach (Finding finding in findings.Take(FindingsShown))
        {
            Add(shell, grid, "·", finding.ToString());
        }

        if (findings.Count > FindingsShown)
        {
            Add(shell, grid, "·", $"and {findings.Count - FindingsShown} more; lossary profile tells all");
        }

        shell.Print(grid);
        shell.Print();
    }

    private static Grid TwoColumns()
    {
        Grid grid = new();
        grid.AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(2));
        grid.AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        return grid;
    }

    private static void Add(
        Shell shell, Grid grid, string name, string text, Style? style = null, Style? label = null) =>
        grid.AddRow(
            new Text(shell.Spell(name), label ?? TextStyles.Quiet), new Text(shell.Spell(text), style ?? Style.Plain));
}

using Lossary.Studies;
using Spectre.Console;

namespace Lossary.Cli;

/// <summary>What <c>--explain</c> adds: every rule with the values that it saw, and every threshold.</summary>
internal static class RuleTable
{
    public static void Print(Shell shell, Advice advice)
    {
        shell.Print();
        shell.Print(new Text("Rules, from the top: the first that holds recommends", TextStyles.Strong));
        Grid grid = Columns(3);
        foreach (RuleTrace trace in advice.Trace)
        {
            Style style = trace.Fires ? TextStyles.Taken : TextStyles.Quiet;
            string said = trace.Row.Recommends.Length > 0 ? $"→ {trace.Row.Recommends}" : "→ a warning";
            string mark = trace.Fires ? "✓" : "✗";
            grid.AddRow(Cell(shell, mark, style), Cell(shell, trace.Row.Id, style), Cell(shell, said, style));
            foreach (Check check in trace.Checks)
            {
                string seen = $"{(check.Holds ? "✓" : "✗")} {check.Condition}: {check.Seen}";
                Text cell = Cell(shell, seen, check.Holds ? Style.Plain : TextStyles.Quiet);
                grid.AddRow(Cell(shell, "", TextStyles.Quiet), Cell(shell, "", TextStyles.Quiet), cell);
            }
        }

        shell.Print(grid);
        shell.Print();
        shell.Print(new Text("Thresholds, changed by --threshold NAME=VALUE", TextStyles.Strong));
        Grid limits = Columns(3);
        foreach (ThresholdCard card in ThresholdCatalogue.All)
        {
            double limit = advice.Thresholds[card];
            string standard = limit == card.Default ? "" : $" (default {Numbers.Plain(card.Default)})";
            string value = Numbers.Plain(limit) + standard;
            limits.AddRow(
                Cell(shell, card.Name, Style.Plain),
                Cell(shell, value, limit == card.Default ? Style.Plain : TextStyles.Taken),
                Cell(shell, $"{card.Meaning}; {card.Source}", TextStyles.Quiet));
        }

        shell.Print(limits);
    }

    private static Text Cell(Shell shell, string text, Style style) => new(shell.Spell(text), style);

    private static Grid Columns(int count)
    {
        Grid grid = new();
        for (int i = 0; i < count; i++)
        {
            GridColumn column = new GridColumn().PadLeft(i == 0 ? 2 : 0).PadRight(2);
            grid.AddColumn(i < count - 1 ? column.NoWrap() : column);
        }

        return grid;
    }
}

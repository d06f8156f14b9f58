using Spectre.Console;

namespace Lossary.Cli;

/// <summary>The losses in a terminal, family by family.</summary>
internal static class LossesTable
{
    private const int WidthWithTasks = 105;

    /// <summary>A loss with its parameters stands in one line if it is no longer.</summary>
    private const int WidestName = 40;

    private const string Indent = "    ";

    public static void Print(Shell shell, IReadOnlyList<LossDescription> losses)
    {
        if (losses.Count == 0)
        {
            shell.Print("No loss is like that. 'lossary losses' lists them all.");
            return;
        }

        bool hasTasks = shell.Width >= WidthWithTasks;
        Table table = new() { Border = TableBorder.None };
        table.AddColumn(new TableColumn("loss").NoWrap().PadLeft(0).PadRight(3));
        if (hasTasks)
        {
            table.AddColumn(new TableColumn("tasks").NoWrap().PadLeft(0).PadRight(3));
        }

        table.AddColumn(new TableColumn("properties").PadLeft(0).PadRight(0));
        foreach (IGrouping<string, LossDescription> family in losses.GroupBy(loss => loss.Family))
        {
            table.AddEmptyRow();
            table.AddRow(new Text(family.Key, TextStyles.Strong));
            foreach (LossDescription loss in family)
            {
                string[] cells = hasTasks
                    ? [NameOf(loss), string.Join(", ", loss.Tasks), PropertiesOf(loss)]
                    : [NameOf(loss), PropertiesOf(loss)];
                table.AddRow(cells.Select(cell => new Text(shell.Spell(cell))));
            }
        }

        shell.Print(table);
        shell.Print();
        shell.Print($"{losses.Count} {(losses.Count == 1 ? "loss" : "losses")}. 'lossary show LOSS' explains one.");
    }

    /// <summary>As it would be asked for, each parameter at its default.</summary>
    private static string NameOf(LossDescription loss)
    {
        if (loss.Parameters.Count == 0)
        {
            return "  " + loss.Key;
        }

        string[] parameters = [.. loss.Parameters.Select(p => $"{p.Name}={Numbers.Plain(p.Default)}")];
        string name = $"  {loss.Key}:{string.Join(',', parameters)}";
        return name.Length <= WidestName ? name : $"  {loss.Key}:{Stacked(parameters)}";
    }

    /// <summary>As many in a line as there is room for.</summary>
    private static string Stacked(string[] parameters)
    {
        string text = "", line = "";
        foreach (string parameter in parameters)
        {
            if (line.Length == 0 || Indent.Length + line.Length + parameter.Length + 2 > WidestName)
            {
                text += line + (line.Length > 0 ? "," : "") + "\n" + Indent;
                line = parameter;
            }
            else
            {
                line += "," + parameter;
            }
        }

        return text + line;
    }

    private static string PropertiesOf(LossDescription loss) => string.Join(", ", PropertyNames.Short(loss.Properties));
}

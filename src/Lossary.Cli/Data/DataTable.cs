using Spectre.Console;

namespace Lossary.Cli;

/// <summary>The data sets in a terminal.</summary>
internal static class DataTable
{
    public static void Print(Shell shell, IReadOnlyList<DataSetDescription> sets)
    {
        Table table = new() { Border = TableBorder.None };
        foreach (string heading in (string[])["data set", "state", "licence", "what it holds"])
        {
            table.AddColumn(new TableColumn(heading).PadLeft(0).PadRight(3));
        }

        foreach (DataSetDescription set in sets)
        {
            string[] cells = [set.Name, set.State, set.Licence, set.Title];
            table.AddRow(cells.Select(cell => new Text(shell.Spell(cell))));
        }

        shell.Print(table);
        shell.Print();
        foreach (DataSetDescription set in sets.Where(set => !set.Name.StartsWith("sample:", StringComparison.Ordinal)))
        {
            shell.Print(set.Problem is string problem ? $"{problem} Delete it and run 'lossary data get {set.Name}'."
                : set.Place is string place ? $"{set.Name} is in {place}."
                : $"{set.Name} is absent: 'lossary data get {set.Name}' fetches it.");
        }
    }
}

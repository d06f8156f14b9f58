using Lossary.Reports;
using Lossary.Studies;
using Spectre.Console;
using SpectreColumn = Spectre.Console.TableColumn;
using SpectreTable = Spectre.Console.Table;

namespace Lossary.Cli;

/// <summary>What one chooses with each candidate beside its score.</summary>
internal static class PropertyTable
{
    private const int Gap = 3;

    public static void Print(Shell shell, Advice advice, IReadOnlyList<double> costs)
    {
        string[] headers = Headers(advice);
        string[][] rows = Rows(advice, costs);
        int[] shown = [.. ThatFit(headers, rows, shell.Width)];
        SpectreTable table = new() { Border = TableBorder.None };
        foreach (int index in shown)
        {
            SpectreColumn column = new(new Text(shell.Spell(headers[index]), TextStyles.Quiet));
            column.NoWrap().PadLeft(0).PadRight(index == shown[^1] ? 0 : Gap);
            table.AddColumn(index == headers.Length - 1 ? column.RightAligned() : column);
        }

        foreach (string[] row in rows)
        {
            table.AddRow(shown.Select(index => new Text(shell.Spell(row[index])) { Overflow = Overflow.Ellipsis }));
        }

        shell.Print(new Text("What else one chooses with each", TextStyles.Strong));
        shell.Print(table);
        shell.Print(new Text(
            shell.Spell(
                "Properties that tests hold against each formula. Minima: of the loss in its raw prediction. "
                + "Time: value and gradient of a row, measured now, one thread."),
            TextStyles.Quiet));
    }

    /// <summary>The first columns that a narrow terminal has room for; the loss always.</summary>
    private static IEnumerable<int> ThatFit(string[] headers, string[][] rows, int width)
    {
        int used = -Gap;
        for (int i = 0; i < headers.Length; i++)
        {
            used += Gap + Math.Max(headers[i].Length, rows.Max(row => row[i].Length));
            if (i == 0 || used <= width)
            {
                yield return i;
            }
        }
    }

    /// <summary>The headings of <see cref="Rows"/>.</summary>
    public static string[] Headers(Advice advice) =>
    [
        "loss", "minima", "derivative", "pull of outliers",
        .. advice.Profile.Target.IsClass ? ["probabilities"] : (string[])[], "parameters", "ns/row",
    ];

    /// <summary>A row of cells for each objective.</summary>
    public static string[][] Rows(Advice advice, IReadOnlyList<double>? costs) =>
    [
        .. advice.Candidates.Select((objective, i) =>
        {
            ObjectiveProperties of = ObjectiveProperties.Of(objective, advice.Profile.Target.Task);
            return (string[])
            [
                objective.Name, PropertyWords.Convexity(of), PropertyWords.Smoothness(of), PropertyWords.Outliers(of),
                .. advice.Profile.Target.IsClass ? [PropertyWords.Probabilities(of)] : (string[])[],
                PropertyWords.Parameters(of), costs is null ? "" : Quantity.Significant(costs[i], 2),
            ];
        }),
    ];
}

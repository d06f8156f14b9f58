using Lossary.Studies;
using Spectre.Console;
using SpectreColumn = Spectre.Console.TableColumn;
using SpectreTable = Spectre.Console.Table;
using TextParagraph = Spectre.Console.Paragraph;

namespace Lossary.Cli;

/// <summary>A comparison in a terminal: the answer, then the table, then how sure it is.</summary>
internal static class ComparisonTables
{
    private const int MostLines = 6;

    public static void Print(Shell shell, ComparisonResult result, string? run)
    {
        shell.Print();
        shell.Print(new TextParagraph(shell.Spell(VerdictSentence.Of(result)), TextStyles.Strong));
        shell.Print();
        if (result.Verdict.Kind != VerdictKind.NothingToJudge)
        {
            shell.Print(Build(shell, result));
            shell.Print();
            shell.Print(new Text(shell.Spell(VerdictSentence.Marks), TextStyles.Quiet));
            shell.Print(new Text(shell.Spell(VerdictSentence.Method(result)), TextStyles.Quiet));
            if (VerdictSentence.Unit(result) is string unit)
            {
                shell.Print(new Text(shell.Spell(unit), TextStyles.Quiet));
            }
        }

        PrintList(shell, "Where another loss is better", SegmentTables.Warnings(result));
        PrintList(shell, "Probabilities", CalibrationText.Warnings(result));
        PrintList(shell, "The data", result.Findings.Select(finding => finding.ToString()));
        PrintList(
            shell,
            "Not judged",
            result.Outcomes.Where(outcome => outcome.Failure is not null)
                .Select(failed => $"{failed.Name} {failed.Failure!.TrimEnd('.')}."));
        if (result.Stress is StressResult stress)
        {
            StressTables.Print(shell, stress);
        }

        if (run is not null)
        {
            shell.Print();
            shell.Print($"Report: {Path.Combine(run, RunDirectory.ReportFile)}");
        }
    }

    /// <summary>A few lines under a heading; nothing where there are none.</summary>
    private static void PrintList(Shell shell, string heading, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length == 0)
        {
            return;
        }

        shell.Print();
        shell.Print(new Text(heading, TextStyles.Strong));
        foreach (string line in all.Take(MostLines))
        {
            SpectreTable item = new() { Border = TableBorder.None, ShowHeaders = false };
            item.AddColumn(new SpectreColumn("").NoWrap().PadLeft(0).PadRight(1));
            item.AddColumn(new SpectreColumn("").PadLeft(0).PadRight(0));
            item.AddRow(new Text(shell.Spell("–")), new Text(shell.Spell(line)));
            shell.Print(item);
        }

        if (all.Length > MostLines)
        {
            shell.Print(
                new Text(shell.Spell($"  … and {all.Length - MostLines} more in the report"), TextStyles.Quiet));
        }
    }

    private static SpectreTable Build(Shell shell, ComparisonResult result)
    {
        ComparisonColumn[] columns = [.. ComparisonColumn.ThatFit(ComparisonColumn.Of(result), shell.Width)];
        SpectreTable table = new() { Border = TableBorder.None };
        for (int i = 0; i < columns.Length; i++)
        {
            SpectreColumn column = new(new Text(shell.Spell(columns[i].Header), TextStyles.Quiet));
            column.NoWrap().PadLeft(0).PadRight(i == columns.Length - 1 ? 0 : ComparisonColumn.Gap);
            table.AddColumn(columns[i].IsNumeric ? column.RightAligned() : column);
        }

        for (int row = 0; row < result.Outcomes.Count; row++)
        {
            LossOutcome outcome = result.Outcomes[row];
            Style style = outcome == result.Verdict.Take ? TextStyles.Taken
                : outcome.IsTied ? Style.Plain
                : TextStyles.Quiet;
            string[] cells = [.. columns.Select(column => shell.Spell(column.Cells[row]))];
            table.AddRow(cells.Select(cell => new Text(cell, style) { Overflow = Overflow.Ellipsis }));
        }

        return table;
    }
}

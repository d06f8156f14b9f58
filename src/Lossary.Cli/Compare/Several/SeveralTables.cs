using System.Globalization;
using Lossary.Reports;
using Lossary.Studies;
using Spectre.Console;
using SpectreColumn = Spectre.Console.TableColumn;
using SpectreTable = Spectre.Console.Table;
using TextParagraph = Spectre.Console.Paragraph;

namespace Lossary.Cli;

/// <summary>Comparisons on several data sets in a terminal: the answer, the ranks, how sure it is.</summary>
internal static class SeveralTables
{
    private const int LineWidth = 33;

    public static void Print(Shell shell, SeveralComparisons several, string? run)
    {
        shell.Print();
        shell.Print(new TextParagraph(shell.Spell(SeveralSentence.Of(several)), TextStyles.Strong));
        shell.Print();
        shell.Print(Build(shell, several));
        shell.Print();
        shell.Print(new Text(shell.Spell(VerdictSentence.Marks), TextStyles.Quiet));
        shell.Print(new Text(shell.Spell("Losses that share a letter cannot be told apart."), TextStyles.Quiet));
        shell.Print(new Text(shell.Spell(SeveralSentence.Method(several)), TextStyles.Quiet));
        if (SeveralSentence.Caution(several) is string caution)
        {
            shell.Print(new Text(shell.Spell(caution), TextStyles.Quiet));
        }

        shell.Print();
        foreach (ComparisonResult result in several.Results)
        {
            shell.Print(new Text(shell.Spell($"{result.Table.Name}: {VerdictSentence.Of(result)}")));
        }

        if (run is not null)
        {
            shell.Print();
            shell.Print($"Report: {Path.Combine(run, RunDirectory.ReportFile)}");
        }
    }

    private static SpectreTable Build(Shell shell, SeveralComparisons several)
    {
        CriticalDifferencePlot plot = SeveralReport.Plot(several, new(several.Losses.Select(loss => loss.Name)));
        bool isWide = shell.Width >= 100;
        string ends = $"1{several.Losses.Count.ToString(CultureInfo.InvariantCulture).PadLeft(LineWidth - 1)}";
        string[] headers =
            ["loss", "mean\nrank", .. isWide ? (string[])[ends] : [], "", .. several.Results.Select(NameOf)];
        SpectreTable table = new() { Border = TableBorder.None };
        for (int i = 0; i < headers.Length; i++)
        {
            SpectreColumn column = new(new Text(shell.Spell(headers[i]), TextStyles.Quiet));
            column.NoWrap().PadLeft(0).PadRight(i == headers.Length - 1 ? 0 : ComparisonColumn.Gap);
            table.AddColumn(i == 1 || i > (isWide ? 3 : 2) ? column.RightAligned() : column);
        }

        IReadOnlyList<string>[] scores =
        [
            .. several.Results.Select((_, set) => Quantity.FormatColumn(
                [.. several.Losses.Select(loss => loss.Scores[set]?.Mean ?? double.NaN)])),
        ];
        for (int row = 0; row < several.Losses.Count; row++)
        {
            RankedLoss loss = several.Losses[row];
            string[] cells =
            [
                Mark(several, loss) + loss.Name,
                loss.MeanRank.ToString("0.00", CultureInfo.InvariantCulture),
                .. isWide ? (string[])[Line(loss.MeanRank, several.Losses.Count)] : [],
                plot.LettersOf(row),
                .. scores.Select((column, set) => loss.Scores[set] is null ? "failed" : column[row]),
            ];
            Style style = loss == several.Take ? TextStyles.Taken
                : several.Tied.Contains(loss) ? Style.Plain
                : TextStyles.Quiet;
            table.AddRow(cells.Select(cell => new Text(shell.Spell(cell), style) { Overflow = Overflow.Ellipsis }));
        }

        return table;
    }

    /// <summary>Where a mean rank stands between 1 and the number of losses.</summary>
    private static string Line(double rank, int losses)
    {
        int at = (int)Math.Round((rank - 1) / (losses - 1) * (LineWidth - 1));
        return new string('·', at) + "●" + new string('·', LineWidth - 1 - at);
    }

    private static string Mark(SeveralComparisons several, RankedLoss loss) =>
        loss == several.Take ? "* " : several.Tied.Contains(loss) ? "= " : "  ";

    private static string NameOf(ComparisonResult result) => Path.GetFileNameWithoutExtension(result.Table.Name);
}

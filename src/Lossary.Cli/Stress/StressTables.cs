using Lossary.Reports;
using Lossary.Studies;
using Lossary.Training;
using Spectre.Console;
using SpectreColumn = Spectre.Console.TableColumn;
using SpectreTable = Spectre.Console.Table;
using TextParagraph = Spectre.Console.Paragraph;

namespace Lossary.Cli;

/// <summary>
/// Stress curves in a terminal: for each trouble a sentence and a table, a loss a row, a level a column.
/// </summary>
internal static class StressTables
{
    public static void Print(Shell shell, StressResult result)
    {
        foreach (StressCurves curves in result.Curves)
        {
            shell.Print();
            shell.Print(new TextParagraph(
                shell.Spell($"{StressText.Title(curves)}: {StressText.Axis(curves)}"), TextStyles.Strong));
            shell.Print(new TextParagraph(shell.Spell(StressText.Sentence(curves, result))));
            shell.Print();
            shell.Print(Build(shell, curves, result.Metric));
            foreach (StressCurve failed in curves.Curves.Where(curve => curve.Failure is not null))
            {
                shell.Print(new Text(shell.Spell($"{failed.Objective.Name} {failed.Failure!.TrimEnd('.')}.")));
            }
        }

        shell.Print();
        foreach (string reason in result.LeftOut)
        {
            shell.Print(new Text(shell.Spell(reason), TextStyles.Quiet));
        }

        shell.Print(new Text(shell.Spell(StressText.Method(result)), TextStyles.Quiet));
    }

    private static SpectreTable Build(Shell shell, StressCurves curves, Metric metric)
    {
        SpectreTable table = new() { Border = TableBorder.None };
        string[] headers =
        [
            metric.Title, .. curves.Levels.Select((_, level) => StressText.Level(curves, level)), "",
        ];
        for (int i = 0; i < headers.Length; i++)
        {
            SpectreColumn column = new(new Text(shell.Spell(headers[i]), TextStyles.Quiet));
            column.NoWrap().PadLeft(0).PadRight(i == headers.Length - 1 ? 0 : ComparisonColumn.Gap);
            table.AddColumn(i == 0 || i == headers.Length - 1 ? column : column.RightAligned());
        }

        string[] cells = Cells(curves, metric);
        for (int row = 0; row < curves.Curves.Count; row++)
        {
            StressCurve curve = curves.Curves[row];
            int first = row * curves.Levels.Count;
            table.AddRow(
            [
                new Text(shell.Spell(curve.Objective.Name)),
                .. curves.Levels.Select((_, level) =>
                    new Text(shell.Spell(cells[first + level]),
                    curves.Leaders[level] == row ? TextStyles.Taken : Style.Plain)),
                new Text(Shape(shell, curve), TextStyles.Quiet),
            ]);
        }

        return table;
    }

    /// <summary>Shape [objectives, levels], all with the same number of digits.</summary>
    private static string[] Cells(StressCurves curves, Metric metric)
    {
        double[] means =
            [.. curves.Curves.SelectMany(curve => curve.Scores).Select(score => score?.Mean ?? double.NaN)];
        IReadOnlyList<string> texts = metric.Unit == MetricUnit.Share
            ? [.. means.Select(mean => double.IsNaN(mean) ? "" : Quantity.Percent(mean))]
            : Quantity.FormatColumn(means, 4);
        return [.. texts.Select((text, i) => double.IsNaN(means[i]) ? "–" : text)];
    }

    private static string Shape(Shell shell, StressCurve curve)
    {
        double[] means = [.. curve.Scores.Select(score => score?.Mean ?? double.NaN)];
        return Sparkline.Render(
            means, means.Length, shell.IsUnicode ? TerminalCharacters.Unicode : TerminalCharacters.Ascii);
    }
}

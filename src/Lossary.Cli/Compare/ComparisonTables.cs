using Lossary.Reports;
using Lossary.Studies;
using Lossary.Training;
using Spectre.Console;
using SpectreTable = Spectre.Console.Table;
using SpectreColumn = Spectre.Console.TableColumn;

namespace Lossary.Cli;

/// <summary>A comparison in a terminal: the answer, then the table.</summary>
internal static class ComparisonTables
{
    private const int MetricsShown = 4;

    public static void Print(Shell shell, ComparisonResult result, string? run)
    {
        IAnsiConsole console = shell.Console();
        console.WriteLine();
        console.Write(new Spectre.Console.Paragraph(VerdictSentence.Of(result), new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        console.Write(Build(result));
        console.Write(new Text(VerdictSentence.Method(result) + Environment.NewLine));
        foreach (LossOutcome failed in result.Outcomes.Where(outcome => outcome.Failure is not null))
        {
            console.Write(new Text($"{failed.Loss.Name}: {failed.Failure}{Environment.NewLine}"));
        }

        if (run is not null)
        {
            shell.Out.WriteLine($"Report: {Path.Combine(run, RunDirectory.ReportFile)}");
        }
    }

    private static SpectreTable Build(ComparisonResult result)
    {
        Metric[] metrics = [.. result.Metrics.Take(MetricsShown)];
        SpectreTable table = new() { Border = TableBorder.Simple };
        table.AddColumn("loss");
        table.AddColumn(Right(result.Metric.Title)).AddColumn(Right("95 % interval")).AddColumn(Right("p"));
        foreach (Metric metric in metrics.Skip(1))
        {
            table.AddColumn(Right(metric.Title));
        }

        table.AddColumn(Right("rate")).AddColumn(Right("time"));
        IReadOnlyList<string>[] columns = [.. metrics.Select((_, i) => Column(result, i))];
        for (int row = 0; row < result.Outcomes.Count; row++)
        {
            LossOutcome outcome = result.Outcomes[row];
            string interval = outcome.Scores[0] is ScoreInterval score ? Quantity.Interval(score.Low, score.High) : "";
            string[] cells =
            [
                Mark(result, outcome) + outcome.Loss.Name,
                columns[0][row],
                interval,
                PValue(outcome),
                .. columns.Skip(1).Select(column => column[row]),
                Quantity.Significant(outcome.LearningRate),
                Quantity.Duration(TimeSpan.FromSeconds(outcome.Seconds)),
            ];
            Style style = outcome == result.Verdict.Take ? new Style(Color.Green) : outcome.IsTied ? Style.Plain : new Style(Color.Grey);
            table.AddRow(cells.Select(cell => new Text(cell, style)));
        }

        return table.Caption("* to be taken    = cannot be told apart from the best");
    }

    private static string Mark(ComparisonResult result, LossOutcome outcome) =>
        outcome == result.Verdict.Take ? "* " : outcome.IsTied ? "= " : "  ";

    private static string PValue(LossOutcome outcome) => outcome switch
    {
        { Failure: not null } => "failed",
        { PAgainstBest: double p } => Quantity.PValue(p).Replace("p = ", "", StringComparison.Ordinal).Replace("p ", "", StringComparison.Ordinal),
        _ => "best",
    };

    private static IReadOnlyList<string> Column(ComparisonResult result, int metric)
    {
        IReadOnlyList<string> texts =
            Quantity.FormatColumn([.. result.Outcomes.Select(o => o.Scores[metric]?.Mean ?? double.NaN)]);
        return [.. texts.Select((text, i) => result.Outcomes[i].Scores[metric] is null ? "-" : text)];
    }

    private static SpectreColumn Right(string header) => new SpectreColumn(header).RightAligned();
}

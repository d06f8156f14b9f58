using Lossary.Data;
using Lossary.Studies;
using Spectre.Console;
using Table = Spectre.Console.Table;

namespace Lossary.Cli;

/// <summary>An evaluation in a terminal.</summary>
internal static class EvaluationTables
{
    public static void Print(Shell shell, Evaluation evaluation)
    {
        string rows = evaluation.Rows == 1 ? "1 row" : $"{evaluation.Rows} rows";
        string kind = evaluation.Kind switch
        {
            PredictionKind.Number => "numbers",
            PredictionKind.Probability => "probabilities",
            PredictionKind.Score => "scores",
            _ => "class names",
        };
        string task = $"{rows}, {TaskNames.NameOf(evaluation.Task)} ({evaluation.Reason}); predictions are {kind}."
            + (evaluation.IsDecidedByCosts ? " Decisions are those of the least expected cost." : "");
        shell.Print(new Text(shell.Spell(task)));
        shell.Print();
        Table metrics = Start("metric", "value");
        foreach (MetricValue metric in evaluation.Metrics)
        {
            metrics.AddRow(new Text(shell.Spell(metric.Metric.Title)), new Text(Numbers.Plain(metric.Value)));
        }

        shell.Print(metrics);
        if (evaluation.Losses.Count > 0)
        {
            Table losses = Start("loss", "mean", "sum");
            foreach (LossValue loss in evaluation.Losses)
            {
                losses.AddRow(
                    new Text(loss.Loss.Name), new Text(Numbers.Plain(loss.Totals.Mean)),
                    new Text(Numbers.Plain(loss.Totals.Sum)));
            }

            shell.Print();
            shell.Print(losses);
        }

        foreach (IGrouping<string, UnfitLoss> unfit in evaluation.Unfit.GroupBy(loss => loss.Reason))
        {
            shell.Print();
            string names = string.Join(", ", unfit.Select(loss => loss.Loss.Name));
            shell.Print(new Text(shell.Spell($"Not applicable: {names}: {unfit.Key}."), new Style(Color.Grey)));
        }
    }

    private static Table Start(string name, params string[] numbers)
    {
        Table table = new() { Border = TableBorder.None };
        table.AddColumn(new TableColumn(name).NoWrap().PadLeft(0).PadRight(3));
        foreach (string number in numbers)
        {
            table.AddColumn(new TableColumn(number).NoWrap().RightAligned().PadLeft(0).PadRight(3));
        }

        return table;
    }
}

using System.CommandLine;
using System.Text.Json;
using Lossary.Data;
using Lossary.Studies;
using Spectre.Console;
using DataTable = Lossary.Data.Table;

namespace Lossary.Cli;

/// <summary><c>lossary evaluate</c>: every loss and metric that fits a file of targets and predictions.</summary>
internal static class EvaluateCommand
{
    public static Command Build(Shell shell)
    {
        Argument<string> data = new("DATA") { Description = "A CSV file, or - for standard input." };
        Option<string> target = new("--target") { Description = "The column of targets.", HelpName = "COLUMN", DefaultValueFactory = _ => "target" };
        Option<string> prediction = new("--prediction")
        {
            Description = "The column of predictions: numbers, probabilities or scores of the positive class, or class names.",
            HelpName = "COLUMN",
            DefaultValueFactory = _ => "prediction",
        };
        Option<string?> task = new("--task") { Description = "regression, counts, binary or multi-class; inferred if left out.", HelpName = "TASK" };
        Option<string?> positive = new("--positive") { Description = "The class of a binary target that counts as positive.", HelpName = "CLASS" };
        Option<bool> json = new("--json") { Description = "One document: task, rows, losses, metrics." };
        Command command = new("evaluate", "Evaluate predictions by every applicable loss and metric.") { data, target, prediction, task, positive, json };
        HelpWithExamples.Add(
            command,
            "lossary evaluate predictions.csv",
            "lossary evaluate scores.csv --target churned --prediction probability --positive yes --json");
        command.SetAction(parsed =>
        {
            DataTable table = DataSource.Read(parsed.GetRequiredValue(data), Console.OpenStandardInput);
            Target read = Target.Read(table, parsed.GetRequiredValue(target), new TargetOptions
            {
                Task = TaskOption.Parse(parsed.GetValue(task)),
                Positive = parsed.GetValue(positive),
            });
            Evaluation evaluation = Evaluation.Of(table, read, parsed.GetRequiredValue(prediction));
            if (parsed.GetValue(json))
            {
                EvaluationDescription document = EvaluationDescription.Of(evaluation);
                shell.Out.WriteLine(JsonSerializer.Serialize(document, JsonContext.Default.EvaluationDescription));
            }
            else
            {
                Print(shell, evaluation);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(Shell shell, Evaluation evaluation)
    {
        shell.Out.WriteLine($"{evaluation.Rows} rows, {TaskNames.NameOf(evaluation.Task)} ({evaluation.Reason}).");
        IAnsiConsole console = shell.Console();
        Spectre.Console.Table metrics = new() { Border = TableBorder.Simple };
        metrics.AddColumn("metric").AddColumn(new TableColumn("value").RightAligned());
        foreach (MetricValue metric in evaluation.Metrics)
        {
            metrics.AddRow(new Text(metric.Metric.Title), new Text(Numbers.Plain(metric.Value)));
        }

        console.Write(metrics);
        Spectre.Console.Table losses = new() { Border = TableBorder.Simple };
        losses.AddColumn("loss").AddColumn(new TableColumn("mean").RightAligned()).AddColumn(new TableColumn("sum").RightAligned());
        foreach (LossValue loss in evaluation.Losses)
        {
            losses.AddRow(new Text(loss.Loss.Name), new Text(Numbers.Plain(loss.Totals.Mean)), new Text(Numbers.Plain(loss.Totals.Sum)));
        }

        console.Write(losses);
    }
}

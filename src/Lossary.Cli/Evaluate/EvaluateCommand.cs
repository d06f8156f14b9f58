using System.CommandLine;
using System.Text.Json;
using Lossary.Data;
using Lossary.Studies;
using Lossary.Training;

namespace Lossary.Cli;

/// <summary><c>lossary evaluate</c>: every loss and metric that fits a file of targets and predictions.</summary>
internal static class EvaluateCommand
{
    public static Command Build(Shell shell)
    {
        Argument<string> data = new("DATA") { Description = "A CSV file, or - for standard input." };
        Option<string> target = new("--target")
        {
            Description = "The column of targets.",
            HelpName = "COLUMN",
            DefaultValueFactory = _ => "target",
        };
        Option<string> prediction = new("--prediction")
        {
            Description =
                "The column of predictions: numbers, probabilities or scores of the positive class, or class names; "
                + "or the beginning of a column's name for each class, prediction:CLASS or prediction_CLASS.",
            HelpName = "COLUMN",
            DefaultValueFactory = _ => "prediction",
        };
        Option<string?> task = new("--task")
        {
            Description = "regression, counts, binary or multi-class; inferred if left out.",
            HelpName = "TASK",
        };
        Option<string?> positive = new("--positive")
        {
            Description = "The class of a binary target that counts as positive.",
            HelpName = "CLASS",
        };
        Option<string?> losses = new("--loss", "--losses")
        {
            Description = "Only these: squared,huber:delta=0.5,…",
            HelpName = "LIST",
        };
        Option<string?> metrics = new("--metric", "--metrics")
        {
            Description = "Only these: mae,pinball:level=0.9,…",
            HelpName = "LIST",
        };
        CostOption costs = new();
        Option<bool> json = new("--json") { Description = "One document: task, rows, metrics, losses, notApplicable." };
        Command command = new("evaluate", "Evaluate predictions by every applicable loss and metric.")
        {
            data, target, prediction, task, positive, costs.Option, losses, metrics, json,
        };
        HelpWithExamples.Add(
            command,
            "lossary evaluate predictions.csv",
            "lossary evaluate predictions.csv --loss huber:delta=0.5,quantile:level=0.9 --metric mae",
            "lossary evaluate scores.csv --target churned --prediction probability --positive yes --json",
            "lossary evaluate triage.csv --target urgency --prediction p --costs costs.csv");
        command.SetAction(parsed =>
        {
            (ErrorCosts? ofErrors, ClassTable? ofClasses) = costs.Read(parsed);
            EvaluationOptions options = new()
            {
                Costs = ofErrors,
                ClassCosts = ofClasses,
                Prediction = parsed.GetRequiredValue(prediction),
                Losses = parsed.GetValue(losses) is string list ? LossNamed.CreateAll(list) : null,
                Metrics = parsed.GetValue(metrics) is string names ? MetricsOf(names) : null,
            };
            TargetOptions targetOptions = new()
            {
                Task = TaskOption.Parse(parsed.GetValue(task)),
                Positive = parsed.GetValue(positive),
                IsToBeLearnt = false,
            };
            Table table = DataSource.Read(parsed.GetRequiredValue(data), () => shell.In);
            Target read = Target.Read(table, parsed.GetRequiredValue(target), targetOptions);
            Write(shell, Evaluate(table, read, options), parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static Evaluation Evaluate(Table table, Target target, EvaluationOptions options)
    {
        try
        {
            return Evaluation.Of(table, target, options);
        }
        catch (ArgumentException error) when (error.ParamName == (options.Metrics is null ? "target" : "wanted"))
        {
            throw new UsageException(UsageException.WithoutParameterName(error));
        }
    }

    private static void Write(Shell shell, Evaluation evaluation, bool isJson)
    {
        if (isJson)
        {
            EvaluationDescription document = EvaluationDescription.Of(evaluation);
            shell.Out.WriteLine(JsonSerializer.Serialize(document, JsonContext.Default.EvaluationDescription));
        }
        else
        {
            EvaluationTables.Print(shell, evaluation);
        }
    }

    private static IReadOnlyList<Metric> MetricsOf(string list)
    {
        try
        {
            return
            [
                .. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(MetricCatalogue.Find),
            ];
        }
        catch (ArgumentException error)
        {
            throw new UsageException(UsageException.WithoutParameterName(error));
        }
    }
}

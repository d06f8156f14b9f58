using System.CommandLine;
using System.Text.Json;
using Lossary.Losses;
using Spectre.Console;

namespace Lossary.Cli;

/// <summary><c>lossary losses</c>: what there is to train with.</summary>
internal static class LossesCommand
{
    public static Command Build(Shell shell)
    {
        Option<string?> task = new("--task") { Description = "Only those for a task: regression, counts, binary, multi-class.", HelpName = "TASK" };
        Option<bool> convex = new("--convex") { Description = "Only convex ones." };
        Option<bool> robust = new("--robust") { Description = "Only those whose gradient is bounded." };
        Option<bool> proper = new("--proper") { Description = "Only strictly proper ones, which elicit probabilities." };
        Option<bool> json = new("--json") { Description = "An array with key, title, family, tasks, parameters, properties, aliases, reference." };
        Command command = new("losses", "List the losses.") { task, convex, robust, proper, json };
        HelpWithExamples.Add(command, "lossary losses", "lossary losses --task binary --convex", "lossary losses --json");
        command.SetAction(parsed =>
        {
            LossTask wanted = TaskOf(parsed.GetValue(task));
            LossDescription[] rows =
            [
                .. LossCatalogue.All
                    .Where(entry => wanted == LossTask.None || entry.Card.Tasks.HasFlag(wanted))
                    .Select(LossDescription.Of)
                    .Where(row => !parsed.GetValue(convex) || row.Properties.Contains("convex"))
                    .Where(row => !parsed.GetValue(robust) || row.Properties.Contains("robust"))
                    .Where(row => !parsed.GetValue(proper) || row.Properties.Contains("proper")),
            ];
            if (parsed.GetValue(json))
            {
                shell.Out.WriteLine(JsonSerializer.Serialize(rows, JsonContext.Default.LossDescriptionArray));
                return ExitCode.Done;
            }

            Print(shell, rows);
            return ExitCode.Done;
        });
        return command;
    }

    private static LossTask TaskOf(string? text) => text switch
    {
        null => LossTask.None,
        "regression" => LossTask.Regression,
        "counts" => LossTask.Counts,
        "binary" => LossTask.Binary,
        "multi-class" => LossTask.MultiClass,
        _ => throw new UsageException($"There is no task '{text}'; there are: regression, counts, binary, multi-class."),
    };

    private static void Print(Shell shell, LossDescription[] rows)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumns("loss", "parameters", "tasks", "properties");
        foreach (LossDescription row in rows)
        {
            string parameters = string.Join(", ", row.Parameters.Select(p => $"{p.Name}={Numbers.Plain(p.Default)}"));
            table.AddRow(
                new Text(row.Key),
                new Text(parameters),
                new Text(string.Join(", ", row.Tasks)),
                new Text(string.Join(", ", row.Properties)));
        }

        shell.Console().Write(table);
        shell.Out.WriteLine($"{rows.Length} losses. 'lossary show LOSS' explains one.");
    }
}

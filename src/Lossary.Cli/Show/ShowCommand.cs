using System.CommandLine;
using System.Text.Json;
using Lossary.Losses;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary><c>lossary show</c>: what a loss is, exactly.</summary>
internal static class ShowCommand
{
    private const int ClassesToMeasure = 10;

    public static Command Build(Shell shell)
    {
        Argument<string> name = new("LOSS")
        {
            Description = "A key or alias, with parameters if wanted: huber, mse, huber:delta=0.5.",
        };
        Option<bool> latex = new("--latex") { Description = "The formula as LaTeX, and nothing else." };
        Option<bool> json = new("--json")
        {
            Description = "One document: formula, properties, parameters, names, values at some points.",
        };
        Option<bool> time = new("--time")
        {
            Description = "Measure what value and gradient of a row cost here.",
        };
        Command command = new(
            "show", "Explain a loss: formula, properties, parameters, names elsewhere, neighbours, plot.")
        {
            name, latex, time, json,
        };
        HelpWithExamples.Add(
            command, "lossary show huber:delta=0.5", "lossary show mse --json", "lossary show focal --latex",
            "lossary show ctc --time");
        command.SetAction(parsed =>
        {
            ILoss loss = LossNamed.Create(parsed.GetRequiredValue(name));
            LossEntry entry = LossNamed.EntryOf(loss);
            double? cost = parsed.GetValue(time) ? StepCost.NanosecondsPerRow(loss, ClassesToMeasure) : null;
            if (parsed.GetValue(json))
            {
                LossSheetDescription document = LossSheetDescription.Of(entry, loss) with
                {
                    NanosecondsPerRow = cost,
                };
                shell.Out.WriteLine(JsonSerializer.Serialize(document, JsonContext.Default.LossSheetDescription));
            }
            else if (parsed.GetValue(latex))
            {
                shell.Out.WriteLine(entry.Formula);
            }
            else
            {
                LossSheet.Print(shell, entry, loss, cost);
            }

            return ExitCode.Done;
        });
        return command;
    }
}

using System.CommandLine;
using System.Text.Json;
using Lossary.Losses;

namespace Lossary.Cli;

/// <summary><c>lossary show</c>: what a loss is, exactly.</summary>
internal static class ShowCommand
{
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
        Command command = new(
            "show", "Explain a loss: formula, properties, parameters, names elsewhere, neighbours, plot.")
        {
            name, latex, json,
        };
        HelpWithExamples.Add(
            command, "lossary show huber:delta=0.5", "lossary show mse --json", "lossary show focal --latex");
        command.SetAction(parsed =>
        {
            ILoss loss = LossNamed.Create(parsed.GetRequiredValue(name));
            LossEntry entry = LossNamed.EntryOf(loss);
            if (parsed.GetValue(json))
            {
                LossSheetDescription document = LossSheetDescription.Of(entry, loss);
                shell.Out.WriteLine(JsonSerializer.Serialize(document, JsonContext.Default.LossSheetDescription));
            }
            else if (parsed.GetValue(latex))
            {
                shell.Out.WriteLine(entry.Formula);
            }
            else
            {
                LossSheet.Print(shell, entry, loss);
            }

            return ExitCode.Done;
        });
        return command;
    }
}

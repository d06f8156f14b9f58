using System.CommandLine;
using System.Text.Json;
using Lossary.Reports;
using Spectre.Console;

namespace Lossary.Cli;

/// <summary><c>lossary plot</c>: losses and their derivatives side by side.</summary>
internal static class PlotCommand
{
    private const int PlotRows = 16;
    private const int WidestPlot = 100;

    public static Command Build(Shell shell)
    {
        Argument<string> name = new("LOSS")
        {
            Description = "A key or alias, with parameters if wanted: huber, huber:delta=0.5.",
        };
        Option<string[]> against = new("--against")
        {
            Description = "Losses to draw beside it, with commas between.",
            HelpName = "LOSSES",
            AllowMultipleArgumentsPerToken = true,
        };
        Option<string?> range = new("--range")
        {
            Description = "From where to where, as -2..5; with a minus in front, --range=-2..5.",
            HelpName = "LOW..HIGH",
        };
        Option<FileInfo?> svg = new("--svg")
        {
            Description = "Write both plots to a file as SVG, for light and dark paper, instead of to the terminal.",
            HelpName = "FILE",
        };
        Option<bool> json = new("--json")
        {
            Description = "One document: value, derivative and second derivative of each loss at every point.",
        };
        Command command = new(
            "plot", "Draw losses and their derivatives over their variable, in the terminal or as SVG.")
        {
            name, against, range, svg, json,
        };
        HelpWithExamples.Add(
            command, "lossary plot huber --against squared,tukey",
            "lossary plot huber --against huber:delta=0.5 --range=-6..6",
            "lossary plot cross-entropy --against focal,focal:gamma=5 --svg focal.svg",
                "lossary plot tukey --range=-8..8 --json");
        command.SetAction(parsed =>
        {
            PlotRequest request = PlotRequest.Of(
                parsed.GetRequiredValue(name), parsed.GetValue(against) ?? [], parsed.GetValue(range));
            if (parsed.GetValue(svg) is FileInfo file)
            {
                Write(shell, request, file);
            }

            if (parsed.GetValue(json))
            {
                shell.Out.WriteLine(
                    JsonSerializer.Serialize(PlotDescription.Of(request), JsonContext.Default.PlotDescription));
            }
            else if (parsed.GetValue(svg) is null)
            {
                Print(shell, request);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(Shell shell, PlotRequest request)
    {
        shell.Print(new Text(
            shell.Spell(string.Join(", ", request.Losses.Select(loss => LossLabel.Of(loss.Loss)))), TextStyles.Strong));
        shell.Print(shell.Spell($"{request.Variable.Symbol} is {request.Variable.Meaning}"));
        TerminalSize size = new(Math.Min(shell.Width - 2, WidestPlot), PlotRows)
        {
            Characters = shell.IsUnicode ? TerminalCharacters.Unicode : TerminalCharacters.Ascii,
        };
        foreach (LinePlot plot in (LinePlot[])[request.Values, request.Slopes])
        {
            shell.Print();
            shell.Print(PictureText.Of(TerminalPlot.Render(plot, size)));
        }
    }

    private static void Write(Shell shell, PlotRequest request, FileInfo file)
    {
        try
        {
            file.Directory?.Create();
            File.WriteAllText(file.FullName, StackedSvg.Of([request.Values, request.Slopes]));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be written: {error.Message}");
        }

        shell.Error.WriteLine(shell.Spell($"Wrote {file}."));
    }
}

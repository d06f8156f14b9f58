using System.CommandLine;
using Lossary.Losses;
using Lossary.Reports;
using Spectre.Console;

namespace Lossary.Cli;

/// <summary><c>lossary show</c>: what a loss is, exactly.</summary>
internal static class ShowCommand
{
    public static Command Build(Shell shell)
    {
        Argument<string> loss = new("LOSS") { Description = "A key or alias, with parameters if wanted: huber, mse, huber:delta=0.5." };
        Command command = new("show", "Explain a loss: formula, properties, parameters, plot of value and derivative.") { loss };
        HelpWithExamples.Add(command, "lossary show huber:delta=0.5", "lossary show mse");
        command.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(loss);
            try
            {
                Print(shell, LossCatalogue.Find(name.Split(':')[0]), LossCatalogue.Create(name));
            }
            catch (ArgumentException error)
            {
                throw new UsageException(UsageException.WithoutParameterName(error));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(Shell shell, LossEntry entry, ILoss loss)
    {
        LossCard card = loss.Card;
        IAnsiConsole console = shell.Console();
        console.Write(new Text($"{LossLabel.Of(loss)}\n", new Style(decoration: Decoration.Bold)));
        console.Write(new Text(card.Use + "\n\n"));
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        Row(grid, "formula", entry.Formula);
        Row(grid, "key", string.Join(", ", [card.Key, .. card.Aliases]));
        Row(grid, "family", KebabCase.Of(entry.Family.ToString()));
        Row(grid, "target", card.Target.ToString());
        Row(grid, "prediction", $"{card.Prediction}, {KebabCase.Of(card.Link.ToString())} link");
        Row(grid, "properties", string.Join(", ", PropertyNames.Of(loss.Traits)));
        if (double.IsFinite(loss.Traits.LipschitzConstant))
        {
            Row(grid, "steepest slope", Numbers.Plain(loss.Traits.LipschitzConstant));
        }

        foreach (ParameterCard parameter in card.Parameters)
        {
            Row(grid, parameter.Name, $"{parameter.Meaning}; {parameter.Range}, default {Numbers.Plain(parameter.Default)}");
        }

        foreach ((string where, string? called) in Elsewhere(card.Names))
        {
            Row(grid, where, called);
        }

        Row(grid, "source", card.Reference);
        console.Write(grid);
        shell.Out.WriteLine();
        TerminalSize size = new(Math.Min(shell.Width - 2, 100), 18)
        {
            Characters = shell.IsUnicode ? TerminalCharacters.Unicode : TerminalCharacters.Ascii,
        };
        shell.Out.WriteLine(TerminalPlot.Render(LossPlot.Of(entry, loss), size).ToString());
    }

    private static void Row(Grid grid, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            grid.AddRow(new Text(name, new Style(Color.Grey)), new Text(text));
        }
    }

    private static IEnumerable<(string Where, string? Called)> Elsewhere(LossNames names) =>
    [
        ("PyTorch", names.PyTorch),
        ("Keras", names.Keras),
        ("scikit-learn", names.ScikitLearn),
        ("XGBoost", names.XgBoost),
        ("LightGBM", names.LightGbm),
        ("Chinese", names.Chinese),
    ];
}

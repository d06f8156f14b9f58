using System.CommandLine;
using System.Globalization;
using Lossary.Studies;
using Spectre.Console;

namespace Lossary.Cli;

/// <summary><c>lossary data planted</c>: data of which the right loss is known, to try the other commands on.</summary>
internal static class PlantedDataCommand
{
    private const int MostRows = 10_000_000;

    public static Command Build(Shell shell)
    {
        Argument<string?> name = new("NAME")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "What is planted; all are listed if left out.",
        };
        Option<int?> rows = new("--rows")
        {
            HelpName = "N",
            Description = "Data rows; enough to show the effect if left out.",
        };
        Option<int> seed = new("--seed")
        {
            HelpName = "N",
            Description = "The data follow from it.",
            DefaultValueFactory = _ => 1,
        };
        rows.Validators.Add(option =>
        {
            // A text that is no number has been reported already.
            string text = option.Tokens.Count == 1 ? option.Tokens[0].Value : "";
            if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int count)
                && count is < 1 or > MostRows)
            {
                option.AddError($"--rows must be from 1 to {MostRows}, but is {count}.");
            }
        });
        Command command = new(
            "planted", $"Write a table whose right loss is known to standard output; its target is "
            + $"{PlantedTruth.TargetName}.")
        {
            name, rows, seed,
        };
        HelpWithExamples.Add(
            command,
            "lossary data planted",
            "lossary data planted heavy-tails > heavy.csv",
            $"lossary data planted poisson --rows 5000 --seed 2 | lossary compare - --target "
                + $"{PlantedTruth.TargetName}");
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(name) is string wanted)
            {
                Write(shell, Named(wanted), parsed.GetValue(seed), parsed.GetValue(rows));
            }
            else
            {
                List(shell);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static PlantedTruth Named(string name)
    {
        try
        {
            return PlantedTruths.Find(name);
        }
        catch (ArgumentException error)
        {
            throw new UsageException(UsageException.WithoutParameterName(error));
        }
    }

    /// <summary>The table alone goes to standard output; what is right, to people who watch.</summary>
    private static void Write(Shell shell, PlantedTruth truth, int seed, int? rows)
    {
        shell.Out.Write(truth.WriteCsv(seed, rows));
        string stated = truth.Flags.Length == 0
            ? ""
            : $" To be stated: {truth.Flags}{(truth.Flags.EndsWith('\n') ? "" : ".")}";
        string right = string.Join(" or ", truth.Recommended);
        shell.Error.WriteLine(shell.Spell($"{truth.Title}.{stated} Right: {right}. {truth.Reason}"));
    }

    private static void List(Shell shell)
    {
        Table table = new() { Border = TableBorder.None };
        foreach (string heading in (string[])["name", "right losses", "what is planted"])
        {
            table.AddColumn(new TableColumn(heading).PadLeft(0).PadRight(3));
        }

        foreach (PlantedTruth truth in PlantedTruths.All)
        {
            string[] cells = [truth.Name, string.Join(", ", truth.Recommended), truth.Title];
            table.AddRow(cells.Select(cell => new Text(shell.Spell(cell))));
        }

        shell.Print(table);
    }
}

using System.CommandLine;
using System.Text.Json;
using Lossary.Data;

namespace Lossary.Cli;

/// <summary><c>lossary data</c>: which data sets there are, and fetching those that do not come along.</summary>
internal static class DataCommand
{
    public static Command Build(Shell shell)
    {
        Command command = new("data", "List the data sets, fetch one, or make one of which the right loss is known.")
        {
            List(shell), Get(shell), PlantedDataCommand.Build(shell),
        };
        HelpWithExamples.Add(
            command, "lossary data list", "lossary data list --json", "lossary data get fashion-mnist",
            "lossary data planted heavy-tails > heavy.csv");
        return command;
    }

    private static Command List(Shell shell)
    {
        Option<bool> json = new("--json")
        {
            Description = "An array with name, title, kind, state, place, licence.",
        };
        Command command = new("list", "List the data sets: those that come with the program, and those to be fetched.")
        {
            json,
        };
        HelpWithExamples.Add(command, "lossary data list", "lossary data list --json");
        command.SetAction(parsed =>
        {
            DataSetDescription[] sets =
            [
                .. SampleSets.All.Select(DataSetDescription.Of),
                .. DataPackages.All.Select(package => DataSetDescription.Of(package)),
            ];
            if (parsed.GetValue(json))
            {
                shell.Out.WriteLine(JsonSerializer.Serialize(sets, JsonContext.Default.DataSetDescriptionArray));
            }
            else
            {
                DataTable.Print(shell, sets);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Get(Shell shell)
    {
        Argument<string> name = new("NAME")
        {
            Description = $"Which: {string.Join(", ", DataPackages.All.Select(package => package.Name))}.",
        };
        Option<string?> folder = new("--folder")
        {
            Description = "The folder of its files; otherwise it is looked for, and put with the user's data.",
            HelpName = "FOLDER",
        };
        Option<bool> json = new("--json") { Description = "The data set as 'data list' tells of it." };
        Command command = new("get", "Fetch a data set with Debian's package client, and verify its checksums.")
        {
            name, folder, json,
        };
        HelpWithExamples.Add(command, "lossary data get fashion-mnist", "lossary data get doctor-visits --json");
        command.SetAction(async (parsed, cancellation) =>
        {
            DataPackage package = Named(parsed.GetRequiredValue(name));
            string? wanted = parsed.GetValue(folder);
            string place = DataFolders.TryFind(package, wanted)
                ?? await FetchAsync(shell, package, wanted, cancellation).ConfigureAwait(false);
            package.Verify(place);
            if (parsed.GetValue(json))
            {
                DataSetDescription description = DataSetDescription.Of(package, place);
                shell.Out.WriteLine(JsonSerializer.Serialize(description, JsonContext.Default.DataSetDescription));
            }
            else
            {
                shell.Print($"{package.Name} is in {place}; its checksums are right.");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<string> FetchAsync(
        Shell shell, DataPackage package, string? folder, CancellationToken cancellation)
    {
        string place = folder ?? Path.Combine(DataFolders.Own, package.Name);
        shell.Error.WriteLine(shell.Spell($"Fetching {package.DebianPackage} into {place}"));
        await DebianPackages.FetchAsync(package, place, cancellation).ConfigureAwait(false);
        return place;
    }

    private static DataPackage Named(string name)
    {
        if (DataPackages.Find(name) is DataPackage package)
        {
            return package;
        }

        string folded = name.Replace('-', '_');
        bool isSample = SampleSets.All.Any(set => set.Name.Equals(folded, StringComparison.OrdinalIgnoreCase));
        string known = string.Join(", ", DataPackages.All.Select(each => each.Name));
        throw new UsageException(isSample
            ? $"'{name}' comes with the program: use it as sample:{name}."
            : $"There is no data set '{name}' to fetch; there are {known}.");
    }
}

using System.CommandLine;
using System.Text.Json;
using Lossary.Data;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary><c>lossary profile</c>: what bears on the choice of a loss.</summary>
internal static class ProfileCommand
{
    public static Command Build(Shell shell)
    {
        Argument<string> data = new("DATA")
        {
            Description =
                "A CSV file, - for standard input, or sample:NAME (ames, concrete, diabetes, churn, iris, …).",
        };
        Option<string?> target = Text("--target", "COLUMN", "The column to predict; samples know theirs.");
        Option<string?> task = Text(
            "--task", "TASK", "regression, counts, binary or multi-class; inferred if left out.");
        Option<string?> positive =
            Text("--positive", "CLASS", "The class of a binary target that counts as positive.");
        Option<string?> weights = Text(
            "--weights", "COLUMN", "The column of the rows' weights, which is then no feature.");
        Option<int> seed = new("--seed")
        {
            HelpName = "N",
            Description = "The drawn rows and the baseline fit follow from it.",
            DefaultValueFactory = _ => new ProfileOptions().Seed,
        };
        Option<string?> svg = Text("--svg", "DIR", "Write the plots there as SVG files.");
        Option<bool> json = new("--json")
        {
            Description =
                "One document: facts with key, value, low, high, unit, meaning; findings with column and row.",
        };
        Command command = new("profile", "Say of your data what bears on the choice of a loss, in plain words.")
        {
            data, target, task, positive, weights, seed, svg, json,
        };
        HelpWithExamples.Add(
            command,
            "lossary profile sample:ames",
            "lossary profile houses.csv --target price --svg plots",
            "lossary profile patients.csv --target relapse --positive yes --json",
            "lossary profile survey.csv --target income --weights household_weight");
        command.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(data);
            TargetOptions options = new()
            {
                Task = TaskOption.Parse(parsed.GetValue(task)),
                Positive = parsed.GetValue(positive),
                Weights = parsed.GetValue(weights),
            };
            Table table = DataSource.Read(name, () => shell.In);
            Target of = Target.Read(table, TargetColumn.Of(parsed.GetValue(target), name, table), options);
            DataProfile profile = Profiler.Profile(table, of, new() { Seed = parsed.GetValue(seed) });
            IReadOnlyList<string> files =
                parsed.GetValue(svg) is string folder ? ProfileFiles.Write(folder, profile) : [];
            if (parsed.GetValue(json))
            {
                ProfileDescription document = ProfileDescription.Of(profile, files);
                shell.Out.WriteLine(JsonSerializer.Serialize(document, JsonContext.Default.ProfileDescription));
            }
            else
            {
                ProfilePage.Print(shell, profile, files);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string?> Text(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description };
}

using System.CommandLine;
using System.Text.Json;
using Lossary.Losses;

namespace Lossary.Cli;

/// <summary><c>lossary translate</c>: the same loss in another library's words.</summary>
internal static class TranslateCommand
{
    public static Command Build(Shell shell)
    {
        Argument<string> what = new("LOSS")
        {
            Description = "A call or objective of another library, or a loss of ours.",
        };
        Option<string?> to = new("--to")
        {
            Description =
                $"Only into one library: {string.Join(", ", PeerLibrary.All.Select(library => library.Key))}.",
            HelpName = "LIBRARY",
        };
        Option<bool> json = new("--json")
        {
            Description = "An array with library, call, ours, scale, offset, reduction, differences, code.",
        };
        Command command = new(
            "translate", "Say a loss of PyTorch, Keras, optax, scikit-learn or a booster in ours, and back.")
        {
            what, to, json,
        };
        HelpWithExamples.Add(
            command, "lossary translate \"torch.nn.SmoothL1Loss(beta=0.5)\"",
            "lossary translate huber:delta=2 --to keras",
            "lossary translate reg:tweedie --json");
        command.SetAction(parsed =>
        {
            string text = parsed.GetRequiredValue(what);
            PeerLibrary? library = parsed.GetValue(to) is string name ? PeerLibrary.Find(name) : null;
            bool isOurs = library is not null || IsOurs(text);
            IReadOnlyList<CallReading> readings = isOurs ? Write(text, library) : LossTranslator.FromCall(text);
            if (parsed.GetValue(json))
            {
                TranslationDescription[] rows = [.. readings.Select(TranslationDescription.Of)];
                shell.Out.WriteLine(JsonSerializer.Serialize(rows, JsonContext.Default.TranslationDescriptionArray));
            }
            else
            {
                TranslationText.Print(shell, text, readings, isOurs);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static bool IsOurs(string text) => LossCatalogue.TryFind(text.Split(':')[0], out _);

    private static CallReading[] Write(string text, PeerLibrary? library)
    {
        // From one library to another goes by ours.
        ILoss loss = IsOurs(text) ? LossNamed.Create(text) : LossTranslator.FromCall(text)[0].Create();
        CallReading[] readings =
            [.. LossTranslator.FromLoss(loss).Where(reading => library is null || reading.Library == library)];
        if (readings.Length > 0)
        {
            return readings;
        }

        string has = library is null ? "None of the libraries that are known has" : $"{library.Title} has no";
        throw new UsageException($"{has} {loss.Name}, as far as is known here.");
    }
}

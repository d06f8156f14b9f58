using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lossary.Data;
using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>Where a run is kept: what was asked for, what came out, and the report.</summary>
internal sealed partial class RunDirectory
{
    public const string ReportFile = "report.html";
    private const string TextFile = "report.md";
    private const string RunFile = "run.json";
    private const string ResultsFile = "results.json";
    private const string TrainingsFile = "trainings.jsonl";

    /// <summary>What did not exist before, innermost first.</summary>
    private readonly IReadOnlyList<string> _created;

    /// <summary>What was asked for when the run began; null for a new one.</summary>
    private readonly JsonObject? _begun;

    private RunDirectory(string path, IReadOnlyList<string> created, JsonObject? begun)
    {
        Path = path;
        _created = created;
        _begun = begun;
    }

    public string Path { get; }

    /// <summary>The command line that began the run.</summary>
    public string[] Words => _begun?["words"] is JsonArray words
        ? [.. words.Select(word => word!.GetValue<string>())]
        : [];

    /// <summary>
    /// Makes the directory, so that a place that cannot be written to is found before anything is trained.
    /// </summary>
    /// <param name="path">Where; null for the first free of runs/DATA-1, runs/DATA-2, …</param>
    /// <param name="data">What the user named as data.</param>
    public static RunDirectory Create(string? path, string data)
    {
        string chosen = path ?? FirstFree(data);
        if (path is not null && IsTaken(path))
        {
            throw new UsageException($"--out {path} exists already and is not empty.");
        }

        string[] created = [.. Missing(chosen)];
        try
        {
            Directory.CreateDirectory(chosen);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"The run cannot be kept in {chosen}: {error.Message} Name another place by --out DIR, or --no-run.");
        }

        return new(chosen, created, begun: null);
    }

    /// <summary>Finds a run that was begun.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static RunDirectory Open(string path)
    {
        string file = System.IO.Path.Combine(path, RunFile);
        try
        {
            JsonObject? begun = JsonNode.Parse(File.ReadAllText(file)) as JsonObject;
            return begun?["words"] is JsonArray
                ? new(path, [], begun)
                : throw new UsageException(begun?["dataSets"] is JsonArray
                    ? $"--resume {path}: a run over several data sets is kept when it is finished, not before; "
                        + $"{RunFile} there tells the command that makes it again."
                    : $"--resume {path}: {RunFile} there is not that of a run.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--resume {path}: there is no {RunFile} of a run.");
        }
        catch (JsonException)
        {
            throw new UsageException($"--resume {path}: {RunFile} there is not that of a run.");
        }
    }

    /// <summary>Writes what is asked for, or checks that a run that is gone on with asks for the same.</summary>
    /// <returns>The trainings that are done, and where further ones are kept.</returns>
    /// <exception cref="DataFileException">The data has changed.</exception>
    /// <exception cref="UsageException">
    /// The rest would not be of the same run, or another process works on it.
    /// </exception>
    public KeptTrainings Begin(RunDescription run)
    {
        string text = JsonSerializer.Serialize(run, JsonContext.Default.RunDescription);
        if (_begun is not null)
        {
            CheckSame(_begun, JsonNode.Parse(text)!.AsObject(), run.Data.Name);
        }

        try
        {
            KeptTrainings trainings = KeptTrainings.Open(System.IO.Path.Combine(Path, TrainingsFile));
            if (_begun is null)
            {
                WriteWhole(RunFile, text);
            }

            return trainings;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Abandon();
            throw new UsageException($"The run cannot be kept in {Path}: {error.Message}");
        }
    }

    /// <summary>Takes away again what was made for a run of which no training is done.</summary>
    public void Abandon()
    {
        if (_begun is not null)
        {
            return;
        }

        File.Delete(System.IO.Path.Combine(Path, TrainingsFile));
        File.Delete(System.IO.Path.Combine(Path, RunFile));
        foreach (string directory in _created)
        {
            if (Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any())
            {
                Directory.Delete(directory);
            }
        }
    }

    /// <summary>Writes all files, each whole or not at all.</summary>
    public void Write(ComparisonResult result, ComparisonDescription description, RunDescription run)
    {
        WriteWhole(ResultsFile, JsonSerializer.Serialize(description, JsonContext.Default.ComparisonDescription));
        ReportDocument report = ComparisonReport.Of(result, run);
        WriteWhole(TextFile, MarkdownRenderer.Render(report).TrimEnd('\n'));
        WriteWhole(ReportFile, HtmlRenderer.Render(report));
    }

    /// <summary>Writes the files of a run over several data sets, each whole or not at all.</summary>
    public void Write(ReportDocument report, SeveralRun run, SeveralDescription description)
    {
        WriteWhole(RunFile, JsonSerializer.Serialize(run, JsonContext.Default.SeveralRun));
        WriteWhole(ResultsFile, JsonSerializer.Serialize(description, JsonContext.Default.SeveralDescription));
        WriteWhole(TextFile, MarkdownRenderer.Render(report).TrimEnd('\n'));
        WriteWhole(ReportFile, HtmlRenderer.Render(report));
    }

    /// <summary>All but the machine and the number of threads has to be as it was, or the bits would not be.</summary>
    private static void CheckSame(JsonObject begun, JsonObject now, string data)
    {
        string? Text(JsonObject run, string name) => run[name]?.ToJsonString();
        if (begun["data"]?["sha256"]?.GetValue<string>() != now["data"]!["sha256"]!.GetValue<string>())
        {
            throw new DataFileException(
                data, "this is not the data that the run was begun with; its SHA-256 is another.");
        }

        begun["options"]?.AsObject().Remove("threads");
        now["options"]!.AsObject().Remove("threads");
        string? other = ((string[])["version", "task", "metric", "losses", "options"])
            .FirstOrDefault(name => Text(begun, name) != Text(now, name));
        if (other is not null)
        {
            throw new UsageException(
                $"The run was begun with another {other}: {Shown(begun[other])}, now {Shown(now[other])}. Start it "
                + $"anew.");
        }
    }

    private static string Shown(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? "none";

    private static bool IsTaken(string path) =>
        File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any());

    private static IEnumerable<string> Missing(string path)
    {
        for (string? at = System.IO.Path.GetFullPath(path); at is not null && !Directory.Exists(at);)
        {
            yield return at;
            at = System.IO.Path.GetDirectoryName(at);
        }
    }

    private static string FirstFree(string data)
    {
        string name = data == "-" ? "stdin" : System.IO.Path.GetFileNameWithoutExtension(data.Split(':')[^1]);
        string safe = Unsafe().Replace(name, "-");
        for (int number = 1; ; number++)
        {
            string path =
                System.IO.Path.Combine("runs", string.Create(CultureInfo.InvariantCulture, $"{safe}-{number}"));
            if (!Directory.Exists(path) && !File.Exists(path))
            {
                return path;
            }
        }
    }

    private void WriteWhole(string file, string text)
    {
        string path = System.IO.Path.Combine(Path, file);
        string temporary = path + ".tmp";
        using (FileStream stream = File.Create(temporary))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text + "\n"));
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    [GeneratedRegex("[^A-Za-z0-9._-]+")]
    private static partial Regex Unsafe();
}
